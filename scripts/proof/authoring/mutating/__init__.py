"""Changes that a sceptic would try, and which of them no claim notices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff

from proof.authoring.mutating.mutations import Mutation, mutations
from proof.checking.differences import differences
from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.execution.runner import run_all
from proof.gate.plan import Plan
from proof.project import Project
from proof.snippets.claims import Claim
from proof.snippets.counter_proofs import changed
from proof.snippets.snippet import Snippet

_LONGEST = 5.0
"""Seconds after which a changed program that goes on and on is noticed by that."""


@dataclass(frozen=True)
class Survivor:
    """A change that no claim of its snippet notices.

    Attributes:
        what: What it does, in a few words.
        line: Line of the snippet's file where it begins.
        diff: The change, as the lines of a diff.
    """

    what: str
    line: int
    diff: tuple[str, ...]


@dataclass(frozen=True)
class Tried:
    """A snippet, how many changes of it were tried, and which survived."""

    snippet: Snippet
    count: int
    survivors: tuple[Survivor, ...]


def try_mutations(
    project: Project, plans: Sequence[Plan], observers: Sequence[Observer] = ()
) -> Iterator[Tried]:
    """Execute changed snippets once each, on the newest Python that runs them.

    Args:
        project: The checkout.
        plans: The snippets, each with its Pythons. One that is expected to fail as it
            is has no claims that a change could miss: it is left out.
        observers: Are called as the execution goes on.

    Raises:
        ProofError: The machine does not let them be executed.
    """
    found = [
        (one, list(mutations(one.snippet)))
        for one in plans
        if not one.snippet.metadata.xfail
    ]
    jobs = {
        (one.snippet.name, number): _job(one, mutation, number)
        for one, changes in found
        for number, mutation in enumerate(changes)
    }
    runs = run_all(project, list(jobs.values()), observers).runs
    survived = {
        key
        for (key, job), run in zip(jobs.items(), runs, strict=True)
        if not differences(job.snippet, run)
    }
    for one, changes in found:
        name = one.snippet.name
        yield Tried(
            one.snippet,
            len(changes),
            tuple(
                _survivor(one.snippet, mutation)
                for number, mutation in enumerate(changes)
                if (name, number) in survived
            ),
        )


def _job(plan: Plan, mutation: Mutation, number: int) -> Job:
    snippet = plan.snippet
    claim = Claim("Breaks", mutation.what, (), "", mutation.line)
    mutant = changed(snippet, mutation.lines, claim, number)
    timeout = min(snippet.metadata.timeout, _LONGEST)
    mutant = replace(mutant, metadata=replace(mutant.metadata, timeout=timeout))
    return Job(mutant, plan.pythons[0], is_controlled=False)


def _survivor(snippet: Snippet, mutation: Mutation) -> Survivor:
    lines = unified_diff(snippet.lines, mutation.lines, n=0, lineterm="")
    diff = tuple(line for line in lines if not line.startswith(("---", "+++", "@@")))
    return Survivor(mutation.what, mutation.line, diff)
