"""What the search of the site looks through, as one file beside the pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from proof.errors import ProofError
from proof.lint.pages import Page
from proof.site.build import Build
from proof.site.message_pages import entries
from proof.site.search.front_matter import Searched, searched
from proof.site.search.messages import mentioned, patterns
from proof.site.search.sections import Place, read_places

ADDRESS: Final = "assets/search/index.json"
"""Where the file is below the root of the built site."""


def search_index(build: Build, site: Path) -> str:
    """All that is searched, as JSON; nothing but the built pages and claims decide.

    Args:
        build: The build that made the pages.
        site: The folder of the built site.
    """
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
        read = read_places(file.read_text("utf-8"))
        number = len(pages)
        said = searched(page)
        pages.append(_page(address, page, said, read.part))
        places += ([number, *_place(one)] for one in read.places)
        messages += ({"page": number, **one} for one in _messages(build, page))
    content = {"pages": pages, "places": places, "messages": messages}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


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
