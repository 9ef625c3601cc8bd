"""The evidence behind one site: every snippet, its run, and the pages that show it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, Self

from proof.checking.result import Result
from proof.gate.load import NotRun
from proof.gate.report import Report
from proof.lint.pages import Page
from proof.rendering.markup import identifier_of
from proof.runs.run import Execution, Run
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet
from proof.text import counted


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


@dataclass(frozen=True)
class Unrun:
    """A snippet without a run.

    Attributes:
        not_run: The snippet, and why it was not run.
        places: See `OnPages`.
    """

    not_run: NotRun
    places: tuple[Place, ...] = ()

    @property
    def snippet(self) -> Snippet:
        """The snippet."""
        return self.not_run.snippet


@dataclass(frozen=True)
class Entry:
    """A snippet and what there is to say for it.

    Attributes:
        result: What checking its run came to.
        places: See `OnPages`.
    """

    result: Result
    places: tuple[Place, ...]

    @property
    def snippet(self) -> Snippet:
        """The snippet."""
        return self.result.snippet

    @property
    def run(self) -> Run:
        """Its run."""
        return self.result.run

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that were checked, without those that allow anything.

        A claim for another version of Python is none of them, nor are those of an
        expected failure.
        """
        if self.snippet.metadata.xfail:
            return ()
        about = self.snippet.claims_about(self.run.version).values()
        return tuple(claim for claim in about if claim.value != "anything")

    @property
    def executions(self) -> tuple[Execution, Execution]:
        """The recorded execution and the control."""
        return self.run.recorded, self.run.control

    @property
    def recording_cost(self) -> float:
        """Seconds of processor time that the recorded execution used more."""
        return self.run.recorded.cpu - self.run.control.cpu


@dataclass(frozen=True)
class Evidence:
    """All the runs behind one site.

    Attributes:
        entries: Every snippet that has a run as it is now, by name.
        not_run: Those that have none: they cannot run here, or somebody is writing.
    """

    entries: tuple[Entry, ...]
    not_run: tuple[Unrun, ...] = ()

    @classmethod
    def of(cls, report: Report, *, has_directories: bool = True) -> Self:
        """The evidence that a report holds; see `page_address`."""
        places = _places(report.pages, has_directories=has_directories)
        entries = (
            Entry(result, tuple(places.get(name, ())))
            for name, result in report.results.items()
        )
        not_run = (
            Unrun(one, tuple(places.get(name, ())))
            for name, one in report.not_run.items()
        )
        return cls(tuple(entries), tuple(not_run))

    @property
    def snippets(self) -> tuple[OnPages, ...]:
        """All snippets, with and without a run, by name."""
        return tuple(
            sorted((*self.entries, *self.not_run), key=lambda one: one.snippet.name)
        )

    @property
    def largest_batch(self) -> str:
        """The batch in which most of them were executed; the latest of several such."""
        counted = Counter(entry.run.batch for entry in self.entries)
        return max(counted, key=lambda name: (counted[name], name), default="")

    @property
    def batch(self) -> tuple[Entry, ...]:
        """Those of the largest batch."""
        name = self.largest_batch
        return tuple(entry for entry in self.entries if entry.run.batch == name)


@dataclass(frozen=True)
class Totals:
    """What all of it comes to; as text, one sentence without its full stop.

    Attributes:
        snippets: How many snippets there are.
        claims: How many claims they were held against.
        together: How many of them were executed in one batch.
        took: Seconds that batch took, from the start of its first interpreter to the
            end of its last.
        python: Implementation and version of the interpreters.
        platform: Operating system and machine.
        last: Day of the latest run, as an ISO 8601 date in UTC.
    """

    snippets: int
    claims: int
    together: int
    took: float
    python: str
    platform: str
    last: str

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """The totals of a site."""
        runs = [entry.run for entry in evidence.entries]
        return cls(
            snippets=len(runs),
            claims=sum(len(entry.claims) for entry in evidence.entries),
            together=len(evidence.batch),
            took=batch_took(evidence.batch),
            python=_listed(run.python for run in runs),
            platform=_listed(run.platform for run in runs),
            last=max((run.made_at[:10] for run in runs), default=""),
        )

    def __str__(self) -> str:
        """One sentence without its full stop."""
        if not self.snippets:
            return "no program yet"
        which = "all" if self.together == self.snippets else f"{self.together} of them"
        return (
            f"{counted(self.snippets, 'program')}, {counted(self.claims, 'claim')}, "
            f"each executed twice, {which} in {self.took:.1f} s, by {self.python} on "
            f"{self.platform}; last on {self.last}"
        )


def batch_took(entries: Iterable[Entry]) -> float:
    """Seconds from the start of a batch to the end of its last interpreter."""
    ends = (one.began + one.wall for entry in entries for one in entry.executions)
    return max(ends, default=0.0)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(set(names)))


def _places(pages: Iterable[Page], *, has_directories: bool) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for page in pages:
        shown: dict[str, bool] = {}
        for one in page.references:
            if one.call != "run":
                is_figure = one.call == "show"
                shown[one.snippet] = shown.get(one.snippet, False) or is_figure
        address = page_address(page.source, has_directories=has_directories)
        for name, has_figure in shown.items():
            place = Place(page.source, page.title, has_figure, address)
            places.setdefault(name, []).append(place)
    return {name: sorted(found, key=_rank) for name, found in places.items()}


def _rank(place: Place) -> tuple[bool, bool, str]:
    # The home page shows what a page of its own tells more about.
    return not place.has_figure, place.page == "index.md", place.page
