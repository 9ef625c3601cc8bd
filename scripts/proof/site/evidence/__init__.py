"""The evidence behind one site: every snippet, its run, and the pages that show it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from proof.checking.behaviour import same_on
from proof.checking.result import Result
from proof.gate.load import NotRun
from proof.gate.plan import Absent
from proof.gate.report import Broken, Report
from proof.runs.run import Execution, Run
from proof.site.evidence.places import OnPages, Place, places_of
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet


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
        result: What checking its primary run came to.
        places: See `OnPages`.
        others: The same for its runs on other Pythons, newest first.
        absent: The supported Pythons on which it was not run, newest first.
        counter_proofs: What broke a claim of it, and what came of that.
    """

    result: Result
    places: tuple[Place, ...]
    others: tuple[Result, ...] = ()
    absent: tuple[Absent, ...] = ()
    counter_proofs: tuple[Broken, ...] = ()

    @property
    def snippet(self) -> Snippet:
        """The snippet."""
        return self.result.snippet

    @property
    def run(self) -> Run:
        """Its primary run."""
        return self.result.run

    @cached_property
    def alike(self) -> frozenset[str]:
        """The other versions on which the same came out."""
        return frozenset(same_on((self.result, *self.others)))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that were checked in its primary run; see `checked_claims`."""
        return checked_claims(self.result)

    @property
    def control(self) -> Execution:
        """The execution without the recorder, which every primary run has."""
        assert self.run.control is not None, "a primary run is controlled"
        return self.run.control

    @property
    def executions(self) -> tuple[Execution, Execution]:
        """The recorded execution and the control of its primary run."""
        return self.run.recorded, self.control

    @property
    def executions_of_others(self) -> tuple[Execution, ...]:
        """Those of other Pythons and of counter-proofs, as far as of the same batch."""
        batch = self.run.batch
        return tuple(
            execution
            for other in self.others
            if other.run.batch == batch
            for execution in other.run.executions
        ) + tuple(
            one.result.run.recorded
            for one in self.counter_proofs
            if one.result and one.result.run.batch == batch
        )

    @property
    def recording_cost(self) -> float:
        """Seconds of processor time that the recorded execution used more."""
        return self.run.recorded.cpu - self.control.cpu


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
        places = places_of(report.pages, has_directories=has_directories)
        entries = (
            Entry(
                result,
                tuple(places.get(name, ())),
                report.others.get(name, ()),
                report.absent.get(name, ()),
                report.counter_proofs.get(name, ()),
            )
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


def checked_claims(result: Result) -> tuple[Claim, ...]:
    """The claims that were checked, without those that allow anything.

    A claim for another version of Python is none of them, nor is one about what was
    not measured, nor are those of an expected failure.
    """
    if result.snippet.metadata.xfail:
        return ()
    about = result.snippet.claims_about(result.run.version).values()
    return tuple(
        claim
        for claim in about
        if claim.value != "anything" and claim not in result.unmeasured
    )
