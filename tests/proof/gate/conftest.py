"""What the tests of the gate share."""

from collections.abc import Callable

import pytest

from proof.execution.job import Job
from proof.gate import check as gate
from proof.runs.run import Execution, Run

from .fake_runner import FakeRunner


@pytest.fixture
def runner(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> FakeRunner:
    """Let nothing be executed, and say what each snippet is to print."""

    def make(job: Job, printed: str) -> Run:
        return made(
            executed([printed]),
            snippet=job.snippet.name,
            python=job.python.name,
            controlled=job.is_controlled,
        )

    fake = FakeRunner(make)
    monkeypatch.setattr(gate, "run_all", fake)
    return fake
