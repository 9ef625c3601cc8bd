"""What it costs a page, before any click, that its programs can be run there."""

import gzip
import re
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

import pytest

from proof.project import Project
from proof.site.runtime import installed

from .conftest import Document

MOST: Final = 10_000
"""Bytes, compressed."""
FILES: Final = {
    *("assets/run.css", "assets/exercise.css"),
    *("assets/run/mount.js", "assets/exercise.js"),
}
# Not what exercises say: that is text of the page.
MARKUP: Final = re.compile(
    r'<button type="button" class="proof-edit\b.*?</button>'
    r'|<p class="proof-edit-status".*?</p>'
    r'|<div class="proof-edit-place">.*?</div>',
    re.DOTALL,
)


@pytest.mark.skipif(
    not installed(Project.locate()), reason="the runtime is not installed: no npm"
)
def test_running_programs_costs_little_before_a_click(
    documents: dict[str, Document], site: Path
) -> None:
    pages = [page for page in documents.values() if MARKUP.search(page.text)]
    assert pages
    costs = {page.address: _cost(page, site) for page in pages}
    assert {page: cost for page, cost in costs.items() if cost > MOST} == {}


def _cost(page: Document, site: Path) -> int:
    linked = {
        urljoin(f"/{page.address}", address).removeprefix("/")
        for element in page.elements("link", "script")
        if (address := element.get("href") or element.get("src"))
    }
    assert linked >= FILES, page.address
    files = sum(_size((site / name).read_bytes()) for name in FILES)
    without = MARKUP.sub("", page.text)
    assert "proof-edit" not in without
    return files + _size(page.text.encode()) - _size(without.encode())


def _size(content: bytes) -> int:
    return len(gzip.compress(content))
