"""Which pages show a snippet, and where they are on the built site."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from proof.lint.pages import Page
from proof.lint.references import FIGURES
from proof.rendering.markup import identifier_of
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Place:
    """A page that shows a snippet.

    Attributes:
        page: Path of the page below `docs/`.
        title: What the page is called.
        has_figure: Whether it shows all of it, in a figure with an address.
        address: Where the page is below the root of the built site.
    """

    page: str
    title: str
    has_figure: bool
    address: str


def page_address(page: str, *, has_directories: bool = True) -> str:
    """Where MkDocs puts a page below the root of the site.

    Args:
        page: Path of the page below `docs/`.
        has_directories: Whether its address is a folder (`use_directory_urls`).
    """
    stem = page.removesuffix(".md")
    is_index = stem.rpartition("/")[2] == "index"
    if not has_directories:
        return f"{stem}.html"
    return stem.removesuffix("index") if is_index else f"{stem}/"


class OnPages(Protocol):
    """A snippet and the pages that show it; those with its figure come first."""

    @property
    def snippet(self) -> Snippet:
        """The snippet."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The pages."""


def addresses(shown: OnPages) -> tuple[str, ...]:
    """Where each place, or the figure in it, is below the root of the site."""
    anchor = f"#{identifier_of(shown.snippet.name)}"
    return tuple(p.address + (anchor if p.has_figure else "") for p in shown.places)


def places_of(
    pages: Iterable[Page], *, has_directories: bool
) -> dict[str, list[Place]]:
    """The places of each snippet, those with its figure first; see `page_address`."""
    places: dict[str, list[Place]] = {}
    for page in pages:
        shown: dict[str, bool] = {}
        for one in page.references:
            if one.call != "run":
                is_figure = one.call in FIGURES
                shown[one.snippet] = shown.get(one.snippet, False) or is_figure
        address = page_address(page.source, has_directories=has_directories)
        for name, has_figure in shown.items():
            place = Place(page.source, page.title, has_figure, address)
            places.setdefault(name, []).append(place)
    return {name: sorted(found, key=_rank) for name, found in places.items()}


def _rank(place: Place) -> tuple[bool, bool, str]:
    # The home page shows what a page of its own explains.
    return not place.has_figure, place.page == "index.md", place.page
