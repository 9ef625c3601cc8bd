"""What it costs a page, before any click, that its programs can be run there."""

import gzip
import re
from typing import Final

from tests.runtime import NEEDS_RUNTIME

from proof.project import Project

from .conftest import Document

MOST: Final = 10_000
"""Bytes, compressed."""
MOST_REQUESTS: Final = 6
STYLES: Final = ("run.css", "exercise.css")
SCRIPTS: Final = ("run/mount.js", "exercise.js")
"""Below `docs/assets`; the styles are parts of the one style sheet of the site."""
# Not what exercises say: that is text of the page.
MARKUP: Final = re.compile(
    r'<button type="button" class="proof-edit\b.*?</button>'
    r'|<p class="proof-edit-status".*?</p>'
    r'|<div class="proof-edit-place">.*?</div>',
    re.DOTALL,
)


@NEEDS_RUNTIME
def test_running_programs_costs_little_before_a_click(
    documents: dict[str, Document],
) -> None:
    pages = [page for page in documents.values() if MARKUP.search(page.text)]
    assert pages
    costs = {page.address: _cost(page) for page in pages}
    assert {page: cost for page, cost in costs.items() if cost > MOST} == {}


def _cost(page: Document) -> int:
    own = Project.locate().docs / "assets"
    files = sum(_size((own / name).read_bytes()) for name in (*STYLES, *SCRIPTS))
    without = MARKUP.sub("", page.text)
    assert "proof-edit" not in without
    return files + _size(page.text.encode()) - _size(without.encode())


def _size(content: bytes) -> int:
    return len(gzip.compress(content))


def test_a_first_view_takes_few_requests(documents: dict[str, Document]) -> None:
    for page in documents.values():
        assert len(_requests(page)) <= MOST_REQUESTS, page.address
        assert not any("bundle" in address for address in _requests(page))


def _requests(page: Document) -> list[str]:
    """What a page asks for before anybody acts, as far as its own markup says."""
    wanted = {"stylesheet", "icon", "preload", "modulepreload"}
    return [
        address
        for element in page.elements("link", "script", "img")
        if (address := element.get("href") or element.get("src"))
        and (element.tag != "link" or wanted & set((element.get("rel") or "").split()))
    ]
