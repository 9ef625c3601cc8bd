"""All results of one check of a project, and what else is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proof.checking.result import Result
from proof.errors import ProofError
from proof.execution.runner import Batch
from proof.gate.load import NotRun
from proof.gate.plan import Absent
from proof.lint import counter_proofs
from proof.lint.pages import Page
from proof.snippets.counter_proofs import CounterProof
from proof.snippets.snippet import path_of


@dataclass(frozen=True)
class Broken:
    """A counter-proof, and what came of it; None where it was not run yet."""

    proof: CounterProof
    result: Result | None


@dataclass(frozen=True)
class Report:
    """What one check of a project found.

    Attributes:
        results: Of the primary run of every snippet that has one as it is now, by the
            snippet's name.
        others: Those of its runs on other Pythons, newest first.
        absent: The supported Pythons on which it was not run, newest first.
        counter_proofs: What came of the counter-proofs of each of them, in order.
        not_run: Every snippet that has none, by its name.
        errors: Snippets and pages that are malformed or break a rule.
        pages: Every page, where all of the project was checked.
        batch: What was executed just now.
    """

    results: Mapping[str, Result] = field(default_factory=dict)
    others: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)
    absent: Mapping[str, tuple[Absent, ...]] = field(default_factory=dict)
    counter_proofs: Mapping[str, tuple[Broken, ...]] = field(default_factory=dict)
    not_run: Mapping[str, NotRun] = field(default_factory=dict)
    errors: tuple[ProofError, ...] = ()
    pages: tuple[Page, ...] = ()
    batch: Batch = field(default_factory=lambda: Batch(()))

    def all_of(self, name: str) -> tuple[Result, ...]:
        """All results of a snippet that was run, by the newest Python first."""
        return self.results[name], *self.others.get(name, ())

    @property
    def pending(self) -> frozenset[str]:
        """The names of the snippets that are still to be executed on some Python."""
        waiting = {name for name, one in self.not_run.items() if one.is_pending}
        some = {
            name
            for name, absent in self.absent.items()
            if any(one.kind == "pending" for one in absent)
        }
        changed = {
            name
            for name, found in self.counter_proofs.items()
            if any(one.result is None for one in found)
        }
        return frozenset(waiting | some | changed)

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that did not pass, on whatever Python."""
        results = [one for name in self.results for one in self.all_of(name)]
        results += [
            one.result
            for found in self.counter_proofs.values()
            for one in found
            if one.result
        ]
        return tuple(one for one in results if not one.passed)

    @property
    def expected_failures(self) -> tuple[Result, ...]:
        """The results that failed, and passed by that."""
        return tuple(r for r in self.results.values() if r.expected and r.passed)

    @property
    def unbroken(self) -> tuple[str, ...]:
        """The names of the snippets that teach and have no counter-proof."""
        run = [one.snippet for one in self.results.values()]
        others = [one.snippet for one in self.not_run.values()]
        return counter_proofs.unbroken(self.pages, [*run, *others])

    @property
    def lacking(self) -> tuple[ProofError, ...]:
        """Where a supported Python is missing; what has no build for it is not."""
        missing = (
            (path_of(name), one)
            for name, absent in self.absent.items()
            for one in absent
            if one.is_lack
        )
        return (
            *(ProofError(f"{one.reason}; it must be", path) for path, one in missing),
            *(
                ProofError(f"{one.reason}; it must be", one.snippet.path)
                for one in self.not_run.values()
            ),
        )

    @property
    def passed(self) -> bool:
        """Whether the site may be published."""
        return not self.failures and not self.errors
