"""Snippets run concurrently, and that hardly changes what they take."""

from dataclasses import replace
from statistics import median

import pytest

from proof.execution.job import Job
from proof.execution.runner import Batch, run_all
from proof.gate.check import jobs_of
from proof.gate.load import load
from proof.project import Project
from proof.snippets.claims import parse_duration
from proof.snippets.snippet import Snippet

pytestmark = pytest.mark.timing

COUNT = 4
"""Of the snippets executed here; all would take minutes."""


def test_concurrent_snippets_take_about_as_long_as_alone(project: Project) -> None:
    jobs = _sleepers(project)
    concurrent = run_all(project, jobs)
    serial = run_all(project, [_alone(one) for one in jobs])
    pairs = zip(concurrent.runs, serial.runs, strict=True)
    changes = [abs(one.took - other.took) / other.took for one, other in pairs]
    assert median(changes) < 0.05
    assert concurrent.wall <= 1.3 * concurrent.bound
    assert concurrent.wall < serial.wall / 2, _walls(concurrent, serial)


def _sleepers(project: Project) -> list[Job]:
    """Primary runs of some that run concurrently and take about a second."""
    found = [
        jobs_of(plan)[0]
        for plan in load(project).plans
        if not plan.snippet.metadata.alone
        and 0.5 <= _claimed_seconds(plan.snippet) <= 1.5
    ]
    assert len(found) >= COUNT
    return found[:COUNT]


def _claimed_seconds(snippet: Snippet) -> float:
    durations = (parse_duration(c.value) for c in snippet.claims if c.name == "Takes")
    return next((duration.seconds for duration in durations if duration), 0.0)


def _alone(job: Job) -> Job:
    metadata = replace(job.snippet.metadata, alone=True)
    return replace(job, snippet=replace(job.snippet, metadata=metadata))


def _walls(concurrent: Batch, serial: Batch) -> str:
    return f"{concurrent.wall:.1f} s, and {serial.wall:.1f} s one after another"
