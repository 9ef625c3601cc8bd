"""How the outcome of many snippets is reported."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proof.checking.differences import Difference
from proof.checking.result import Result
from proof.errors import ProofError
from proof.execution.runner import Batch
from proof.gate.load import NotRun
from proof.gate.report import Report
from proof.gate.summary import (
    batch_text,
    not_run_lines,
    report_text,
    success_message,
    unbroken_text,
)
from proof.lint.pages import Page
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

MakeReport = Callable[..., Report]


@pytest.fixture
def report(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> MakeReport:
    """Make up a report that counts so and so many of each."""

    def make(
        *, passed: int = 0, failed: int = 0, expected: int = 0, not_run: int = 0
    ) -> Report:
        differs = (Difference("recorded", 7, "it is not"),)
        kinds: list[tuple[tuple[Difference, ...], ...]] = [
            *[((), ())] * passed,
            *[(differs, ())] * failed,
            *[((), differs)] * expected,
        ]
        named = {f"a/number_{n}.py": kind for n, kind in enumerate(kinds)}
        return Report(
            {
                name: Result(parse(name=name), made(executed()), *kind)
                for name, kind in named.items()
            },
            not_run={str(n): NotRun(parse(), "not run on 3.1") for n in range(not_run)},
        )

    return make


@pytest.mark.parametrize(
    ("failed", "errors", "summary"),
    [
        (1, 0, "1 of 12 snippets failed."),
        (0, 1, "1 error."),
        (2, 3, "2 of 12 snippets failed, 3 errors."),
    ],
)
def test_a_report_says_all_that_is_wrong_and_ends_with_a_sum(
    report: MakeReport, failed: int, errors: int, summary: str
) -> None:
    found = tuple(ProofError(f"fix {n}", "a.py", n) for n in range(1, errors + 1))
    made = replace(report(passed=12 - failed, failed=failed), errors=found)
    text = report_text(made)
    assert not made.passed
    assert text.count("run next:") == failed
    assert [f"a.py:{n}: fix {n}" in text for n in (1, 2, 3)] == [
        n <= errors for n in (1, 2, 3)
    ]
    assert text.split("\n")[-1] == summary


def test_a_report_without_fault_says_nothing(report: MakeReport) -> None:
    assert report(passed=2).passed
    assert report_text(report(passed=2)) == ""


def test_a_batch_is_compared_with_what_it_must_cost(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("proof.execution.runner.usable_cores", lambda: 2)
    # Each execution: 3.1 s of wall time, 0.05 s of CPU time.
    runs = (made(executed(took=3.0)),) * 20
    text = batch_text(Batch(runs, wall=9.2, alone=0.5))
    assert text == (
        "took 9.2 s, 2.00 times the sum of the longest execution (3.1 s), "
        "CPU time per core (1.0 s) and those alone (0.5 s)"
    )


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({}, "0 snippets passed."),
        ({"passed": 1}, "1 snippet passed."),
        (
            {"passed": 2, "expected": 1},
            "2 snippets passed, 1 snippet failed as expected.",
        ),
        ({"expected": 2}, "2 snippets failed as expected."),
        ({"passed": 1, "not_run": 1}, "1 snippet passed, 1 snippet not run here."),
    ],
)
def test_success_says_what_was_counted(
    report: MakeReport, counts: dict[str, int], message: str
) -> None:
    assert success_message(report(**counts)) == message


def test_what_was_not_run_is_named_with_its_reason(report: MakeReport) -> None:
    assert not_run_lines(report(not_run=1)) == [
        "snippets/section/it_does.py: not run on 3.1"
    ]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ([], ""),
        (
            ["a/number_1.py"],
            "1 teaching snippet has no counter-proof: a/number_1.py",
        ),
        (
            ["a/number_1.py", "a/number_0.py"],
            "2 teaching snippets have no counter-proof: a/number_0.py, a/number_1.py",
        ),
    ],
)
def test_snippets_that_teach_without_a_counter_proof_are_named(
    report: MakeReport, shown: list[str], text: str
) -> None:
    code = "".join(f'show("{name}")\n' for name in shown)
    page = Page("docs/a.md", "a.md", f'```python exec="on"\n{code}```\n')
    assert unbroken_text(replace(report(passed=2), pages=(page,))) == text


def test_one_that_was_not_run_is_named_as_well(report: MakeReport) -> None:
    code = '```python exec="on"\nshow("section/it_does.py")\n```\n'
    made = replace(report(not_run=1), pages=(Page("docs/a.md", "a.md", code),))
    assert unbroken_text(made).endswith(": section/it_does.py")
