"""What a site is asked for by others than readers: engines, models, feeds, previews."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from proof.files import write_file
from proof.lint.pages import Page
from proof.runs.history import History
from proof.site.build import Build
from proof.site.sharing.colours import colours
from proof.site.sharing.feed import CHANGES, feed
from proof.site.sharing.listing import Listed, llms_text, robots_text
from proof.site.sharing.twin import twin


@dataclass(frozen=True)
class Site:
    """What is shared of a site.

    Attributes:
        name: What it is called.
        description: What it is, in a sentence.
        address: Where it is, ending with a slash.
        pages: Its pages, in the order of its navigation.
    """

    name: str
    description: str
    address: str
    pages: Sequence[Listed]

    @classmethod
    def of(
        cls,
        name: str,
        description: str | None,
        address: str | None,
        pages: Sequence[Listed],
    ) -> Self:
        """One as its configuration describes it, which may leave things out."""
        return cls(name, description or "", f"{(address or '/').rstrip('/')}/", pages)


def share(site: Site, build: Build, folder: Path) -> None:
    """Write what is shared into the folder of a built site.

    Those are `robots.txt`, `llms.txt`, `feed.xml`, and for each page its Markdown with
    what came of its programs, and a card for previews.

    Args:
        site: What is shared.
        build: The build that the pages were rendered for.
        folder: The folder of the site.
    """
    sources = {page.source: page for page in build.report.pages}
    changes = sources.get(CHANGES)
    files = {
        "robots.txt": robots_text(site.address),
        "llms.txt": llms_text(site.name, site.description, site.address, site.pages),
        "feed.xml": feed(changes.text if changes else "", site.name, site.address),
    }
    for page in site.pages:
        if source := sources.get(page.source):
            files[page.source] = twin(source, build)
    for name, text in files.items():
        write_file(folder / name, text.encode())
    for page in site.pages:
        history = _shown(sources.get(page.source), build)
        write_file(folder / page.card, _card(build, site.name, page.title, history))


def _card(build: Build, name: str, title: str, history: History | None) -> bytes:
    def draw() -> bytes:
        # Slow to import, and only what was not drawn before needs it.
        from proof.site.sharing.card import draw_card  # noqa: PLC0415

        return draw_card(name, title, history)

    return build.kept(("card", name, title, history, colours()), draw)


def _shown(page: Page | None, build: Build) -> History | None:
    """The history of the first program that a page shows and that has one."""
    for reference in page.references if page else ():
        result = build.report.results.get(reference.snippet)
        history = result and result.run.recorded.history
        if history and history.lanes:
            return history
    return None
