"""What the search of the site looks through, as one file beside the pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from proof.errors import ProofError
from proof.lint.pages import Page
from proof.site.build import Build
from proof.site.message_pages import entries
from proof.site.search.front_matter import Searched, searched
from proof.site.search.messages import mentioned, patterns
from proof.site.search.sections import Place, Places, read_places

ADDRESS: Final = "assets/search/index.json"
"""Where the file is below the root of the built site."""


Known = dict[str, tuple[object, Places]]
"""What built pages hold, by the page, each with the state of the file it is from."""


def search_index(build: Build, site: Path, known: Known | None = None) -> str:
    """All that is searched, as JSON; nothing but the built pages and claims decide.

    Args:
        build: The build that made the pages.
        site: The folder of the built site.
        known: What is known from builds before, which is brought up to date.
    """
    known = {} if known is None else known
    pages: list[dict[str, Any]] = []
    places: list[list[object]] = []
    messages: list[dict[str, Any]] = []
    for page in build.report.pages:
        address = build.address(page.source)
        file = site / address
        file = file / "index.html" if file.is_dir() else file
        # A draft is no page of a build.
        if not file.exists():
            continue
        read = _read(build, page, file, known)
        number = len(pages)
        said = searched(page)
        pages.append(_page(address, page, said, read.part))
        places += ([number, *_place(one)] for one in read.places)
        messages += ({"page": number, **one} for one in _messages(build, page))
    content = {"pages": pages, "places": places, "messages": messages}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _read(build: Build, page: Page, file: Path, known: Known) -> Places:
    status = file.stat()
    state = status.st_mtime_ns, status.st_size
    if known.get(page.source, ("",))[0] != state:
        known[page.source] = state, _places(build, file.read_text("utf-8"))
    return known[page.source][1]


def _places(build: Build, html: str) -> Places:
    def read() -> bytes:
        return msgspec.json.encode(read_places(html))

    return msgspec.json.decode(build.kept(("places", html), read), type=Places)


def _messages(build: Build, page: Page) -> Iterator[dict[str, Any]]:
    for reference, heading in entries(page):
        if heading is None:
            continue
        try:
            snippet = build.find(reference.snippet).snippet
        except ProofError:
            # The page itself says what is wrong with it.
            if build.is_serving:
                continue
            raise
        title = heading["text"].replace("`", "")
        results = build.results_of(reference.snippet)
        yield {
            "anchor": heading["id"],
            "title": title,
            "patterns": [
                *patterns(title, snippet, results),
                *mentioned(page.text, heading["id"]),
            ],
        }


def _page(address: str, page: Page, said: Searched, part: str) -> dict[str, Any]:
    return {
        "address": address,
        "title": page.title,
        "part": part,
        "about": said.description,
        "answers": said.answers,
        "weight": said.boost,
    }


def _place(place: Place) -> list[object]:
    return [place.anchor, place.heading, place.text, place.code]
