"""On which Pythons a snippet is run, and why not on others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.interpreter import Interpreter
from proof.runs.versions import order
from proof.snippets import dependencies
from proof.snippets.claims import specifies
from proof.snippets.counter_proofs import CounterProof, counter_proofs
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Absent:
    """A Python on which a snippet is not run.

    Attributes:
        version: Its version, such as `3.14`.
        reason: Why, as a sentence without its full stop: `not run on 3.15: …`.
        kind: `not admitted`: its `requires-python` leaves it out; `no build`: of what
            it depends on; `missing`: this machine lacks it; `pending`: it can be run
            there, and only was not yet as it is now.
    """

    version: str
    reason: str
    kind: Literal["not admitted", "no build", "missing", "pending"] = "missing"

    @property
    def is_lack(self) -> bool:
        """Whether another machine, or a bit of patience, would do."""
        return self.kind in ("missing", "pending")


@dataclass(frozen=True)
class Plan:
    """On which Pythons a snippet is run.

    Attributes:
        snippet: The snippet.
        pythons: Those that run it, newest first: that of the primary run, which is
            controlled and shown first, then the others.
        absent: The supported versions on which it is not run, newest first.
        counter_proofs: Changes of it that must break a claim; the first Python runs
            each of them once.
    """

    snippet: Snippet
    pythons: tuple[Interpreter, ...]
    absent: tuple[Absent, ...] = ()
    counter_proofs: tuple[CounterProof, ...] = ()

    @property
    def reason(self) -> str:
        """Why nothing runs it, as a sentence without its full stop."""
        own = [one for one in self.absent if "asked for" not in one.reason]
        if not own:
            return "not run: no Python was asked for that it supports"
        # What somebody can do something about, if there is such a reason.
        return next((one for one in own if one.is_lack), own[0]).reason


def plan(project: Project, snippet: Snippet, pythons: Pythons) -> Plan:
    """Decide on which of some Pythons a snippet is run.

    Raises:
        ProofError: A counter-proof of it is malformed.
    """
    reasons = {
        python.version: _reason(project, snippet, python)
        for python in pythons.interpreters
    }
    running = [one for one in pythons.interpreters if reasons[one.version] is None]
    absent = [one for one in reasons.values() if one]
    absent += _missing(snippet, pythons)
    absent.sort(key=lambda one: order(one.version), reverse=True)
    broken = tuple(
        one
        for one in counter_proofs(snippet)
        if running and one.claim.is_about(running[0].minor)
    )
    return Plan(snippet, tuple(running), tuple(absent), broken)


def _reason(project: Project, snippet: Snippet, python: Interpreter) -> Absent | None:
    """Why an interpreter does not run a snippet; None if it does."""
    wanted = snippet.metadata.requires_python
    if not specifies(wanted, python.minor):
        return _absent(python.version, f"it needs Python {wanted}", "not admitted")
    if package := dependencies.without_build(project, snippet, python):
        return _absent(python.version, f"{package} has no build for it", "no build")
    if package := dependencies.not_installed(snippet, python):
        return _absent(python.version, f"{package} could not be installed here")
    return None


def _missing(snippet: Snippet, pythons: Pythons) -> Iterator[Absent]:
    for version, reason in pythons.absent.items():
        if specifies(snippet.metadata.requires_python, version):
            yield _absent(version, reason)


def _absent(
    version: str,
    why: str,
    kind: Literal["not admitted", "no build", "missing"] = "missing",
) -> Absent:
    return Absent(version, f"not run on {version}: {why}", kind)
