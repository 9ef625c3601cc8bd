"""What company costs a snippet: executed beside all others, and then alone."""

from dataclasses import replace
from statistics import median

import pytest

from proof.execution.runner import Batch, run_all
from proof.gate.load import load
from proof.project import Project
from proof.snippets.claims import parse_duration
from proof.snippets.snippet import Snippet

TRIES = 3
MOST = 6


@pytest.fixture(scope="module")
def waiting(project: Project) -> list[Snippet]:
    """Some snippets that run in company and take a while; all would take minutes."""
    found = [s for s in load(project).snippets if not s.metadata.alone and _is_long(s)]
    assert len(found) >= MOST
    return found[:MOST]


def test_company_changes_what_a_snippet_takes_by_less_than_two_percent(
    project: Project, waiting: list[Snippet]
) -> None:
    for _ in range(TRIES):
        together = run_all(project, waiting)
        one_by_one = run_all(project, [_alone(s) for s in waiting])
        difference = median(_differences(together, one_by_one))
        if difference < 0.02:
            return
    pytest.fail(f"in the median, company changes {difference:.1%} of what they take")


def test_executing_all_takes_little_more_than_it_must(
    project: Project, waiting: list[Snippet]
) -> None:
    for _ in range(TRIES):
        batch = run_all(project, waiting)
        if batch.wall <= 1.3 * batch.bound:
            return
    pytest.fail(f"{batch.wall:.1f} s, and 1.3 times {batch.bound:.1f} s are allowed")


def _is_long(snippet: Snippet) -> bool:
    """Whether two percent of what it takes are more than a machine's whim."""
    durations = (parse_duration(c.value) for c in snippet.claims if c.name == "Takes")
    return any(duration and duration.seconds >= 0.5 for duration in durations)


def _alone(snippet: Snippet) -> Snippet:
    return replace(snippet, metadata=replace(snippet.metadata, alone=True))


def _differences(together: Batch, one_by_one: Batch) -> list[float]:
    pairs = zip(together.runs, one_by_one.runs, strict=True)
    return [
        abs(beside.took - alone.took) / alone.took
        for beside, alone in pairs
        if alone.took > 0.1
    ]
