"""How the outcome of many snippets is told."""

from collections.abc import Callable

import pytest

from proof.checking.differences import Difference, Failure
from proof.errors import ProofError
from proof.execution.runner import Batch
from proof.gate.check import Report
from proof.gate.summary import batch_text, report_text, success_message
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet


@pytest.fixture
def failure(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Failure:
    return Failure(parse(), made(executed()), (Difference("recorded", 7, "it is not"),))


def _verdict(failures: int, problems: int, failure: Failure) -> Report:
    found = tuple(ProofError(f"mend {n}", "a.py", n) for n in range(1, problems + 1))
    return Report(Batch(()), 12, (failure,) * failures, found)


@pytest.mark.parametrize(
    ("failures", "problems", "summary"),
    [
        (1, 0, "1 of 12 snippets did not do as claimed."),
        (0, 1, "1 thing to mend first."),
        (2, 3, "2 of 12 snippets did not do as claimed; 3 things to mend first."),
    ],
)
def test_a_verdict_tells_all_and_ends_with_a_sum(
    failure: Failure, failures: int, problems: int, summary: str
) -> None:
    text = report_text(_verdict(failures, problems, failure))
    assert text.count("run next:") == failures
    assert [f"a.py:{n}: mend {n}" in text for n in (1, 2, 3)] == [
        n <= problems for n in (1, 2, 3)
    ]
    assert text.split("\n")[-1] == summary


def test_a_verdict_without_fault_says_nothing(failure: Failure) -> None:
    assert report_text(_verdict(0, 0, failure)) == ""


def test_a_batch_is_told_against_what_it_must_cost(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    # Each execution: 3.1 s of wall time, 0.05 s of CPU time.
    runs = (made(executed(took=3.0)),) * 20
    text = batch_text(Batch(runs, wall=9.2, alone=0.5))
    assert text == (
        "took 9.2 s, 2.00 times the sum of the longest execution (3.1 s), "
        "CPU time per core (1.0 s) and those alone (0.5 s)"
    )


@pytest.mark.parametrize(
    ("checked", "meant", "told"),
    [
        (0, 0, "Every claim of 0 snippets is met."),
        (1, 0, "Every claim of 1 snippet is met."),
        (3, 1, "Every claim of 2 snippets is met; 1 snippet fails, as it is meant to."),
        (1, 1, "1 snippet fails, as it is meant to."),
        (2, 2, "2 snippets fail, as they are meant to."),
    ],
)
def test_what_is_meant_to_fail_does_not_count_as_met(
    checked: int, meant: int, told: str
) -> None:
    assert success_message(Report(Batch(()), checked, (), (), meant)) == told
