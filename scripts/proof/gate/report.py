"""All results of one check of a project, and what else is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proof.checking.result import Result
from proof.errors import ProofError
from proof.execution.runner import Batch
from proof.gate.load import NotRun
from proof.lint.pages import Page


@dataclass(frozen=True)
class Report:
    """What one check of a project found.

    Attributes:
        results: Of every snippet that has a run as it is now, by its name.
        not_run: Every snippet that has none, by its name.
        errors: Snippets and pages that are malformed or break a rule.
        pages: Every page, where all of the project was checked.
        batch: What was executed just now.
    """

    results: Mapping[str, Result] = field(default_factory=dict)
    not_run: Mapping[str, NotRun] = field(default_factory=dict)
    errors: tuple[ProofError, ...] = ()
    pages: tuple[Page, ...] = ()
    batch: Batch = field(default_factory=lambda: Batch(()))

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that did not pass."""
        return tuple(one for one in self.results.values() if not one.passed)

    @property
    def expected_failures(self) -> tuple[Result, ...]:
        """The results that failed, and passed by that."""
        return tuple(r for r in self.results.values() if r.expected and r.passed)

    @property
    def passed(self) -> bool:
        """Whether the site may be published."""
        return not self.failures and not self.errors
