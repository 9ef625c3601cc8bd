"""The evidence behind one site: every snippet, its run, and the pages that show it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from proof.cache.store import Store
from proof.errors import ProofError
from proof.lint import references as pages
from proof.lint.references import Reference
from proof.project import Project
from proof.rendering.markup import identifier_of
from proof.runs.run import Execution, Run
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet
from proof.text import counted

_TITLE = re.compile(r"""^title: *(["']?)(.+?)\1 *$|^# (.+)$""", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """A page that shows a snippet.

    Attributes:
        page: Path of the page below `docs/`.
        title: What the page is called.
        has_figure: Whether it shows all of it, in a figure with an address.
    """

    page: str
    title: str = ""
    has_figure: bool = False

    @property
    def address(self) -> str:
        """Where the page stands below the root of the built site."""
        stem = self.page.removesuffix(".md")
        is_index = stem.rpartition("/")[2] == "index"
        return stem.removesuffix("index") if is_index else f"{stem}/"


@dataclass(frozen=True)
class Entry:
    """A snippet and what there is to say for it.

    Attributes:
        snippet: The snippet.
        run: Its run.
        places: The pages that show it; those with its figure come first.
    """

    snippet: Snippet
    run: Run
    places: tuple[Place, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that its run meets, but for those that allow anything.

        A claim for another version of Python is none of them, nor are those of a
        snippet that is meant to fail.
        """
        if self.snippet.metadata.xfail:
            return ()
        about = self.snippet.claims_about(self.run.version).values()
        return tuple(claim for claim in about if claim.value != "anything")

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where each place, or its figure, stands below the root of the site."""
        anchor = f"#{identifier_of(self.snippet.name)}"
        return tuple(p.address + (anchor if p.has_figure else "") for p in self.places)

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
        missing: Names of those that have none; only while somebody is writing.
    """

    entries: tuple[Entry, ...]
    missing: tuple[str, ...] = ()

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


def collect(project: Project) -> Evidence:
    """Read the evidence of a checkout from its store; nothing is executed."""
    store, places = Store(project), _places(project)
    entries, missing = [], []
    for name in project.snippet_names():
        try:
            snippet = Snippet.load(project, name)
            run = store.load(snippet)
        except ProofError:
            run = None
        if run is None:
            missing.append(name)
        else:
            entries.append(Entry(snippet, run, tuple(places.get(name, ()))))
    return Evidence(tuple(entries), tuple(missing))


def batch_took(entries: Iterable[Entry]) -> float:
    """Seconds from the start of a batch to the end of its last interpreter."""
    ends = (one.began + one.wall for entry in entries for one in entry.executions)
    return max(ends, default=0.0)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(set(names)))


def _places(project: Project) -> dict[str, list[Place]]:
    asked: dict[str, dict[str, bool]] = {}
    for reference in pages.references(project):
        if reference.call != "run":
            found = asked.setdefault(reference.snippet, {})
            page = reference.page.removeprefix(f"{project.relative(project.docs)}/")
            found[page] = found.get(page, False) or _has_figure(reference)
    titles = {page: _title(project, page) for found in asked.values() for page in found}
    return {name: list(_sorted(found, titles)) for name, found in asked.items()}


def _has_figure(reference: Reference) -> bool:
    return reference.call == "show"


def _sorted(found: dict[str, bool], titles: dict[str, str]) -> Iterator[Place]:
    # The home page shows what a page of its own tells more about.
    def rank(page: str) -> tuple[bool, bool, str]:
        return not found[page], page == "index.md", page

    ordered: Sequence[str] = sorted(found, key=rank)
    return (Place(page, titles[page], found[page]) for page in ordered)


def _title(project: Project, page: str) -> str:
    text = (project.docs / page).read_text("utf-8", errors="replace")
    match = _TITLE.search(text)
    return (match[2] or match[3]).strip() if match else page
