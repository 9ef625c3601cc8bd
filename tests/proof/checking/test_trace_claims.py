"""Claims about what no printed line can tell."""

from dataclasses import replace

import pytest

from proof.checking.trace_claims import trace_differences
from proof.runs.history import History, Lane, Span
from proof.snippets.claims import Claim


def _lane(label: str, *spans: Span) -> Lane:
    return Lane("task", label, 0.0, "", spans, "done")


HISTORY = History(
    (
        _lane("main", Span("running", 0, 1), Span("suspended", 1, 3)),
        _lane("a", Span("suspended", 0, 2), Span("holding", 2, 3)),
        _lane("b", Span("running", 0, 2, steps=4), Span("overdue", 2, 3)),
    ),
    3.0,
)

UNKNOWN = "its timeline has no lane 'c'; there are: main, a, b"


def _messages(name: str, value: str, history: History | None = HISTORY) -> list[str]:
    claim = Claim(name, value, (), "", 1)
    return [one.message for one in trace_differences({name: claim}, history)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Steps", "main 1"),
        ("Steps", "a 1, b 4"),
        ("Waits together", "main, a"),
        ("Waits together", "b, main"),
    ],
)
def test_what_was_so_holds(name: str, value: str) -> None:
    assert _messages(name, value) == []


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("Steps", "main 1, b 5", "b took 4 steps where 5 are claimed"),
        ("Steps", "c 1", UNKNOWN),
        ("Waits together", "a, b", "at no time did all of these wait: a, b"),
        (
            "Waits together",
            "a, b, main",
            "at no time did all of these wait: a, b, main",
        ),
        ("Waits together", "main, c", UNKNOWN),
    ],
)
def test_what_was_not_is_told(name: str, value: str, message: str) -> None:
    assert _messages(name, value) == [message]


def test_without_a_loop_nothing_waited() -> None:
    assert _messages("Steps", "main 1", None) == [
        "its timeline has no lane 'main'; there are: none"
    ]


def test_waits_that_only_touch_are_not_together() -> None:
    lanes = (
        _lane("a", Span("suspended", 0, 1)),
        _lane("b", Span("suspended", 1, 2)),
    )
    assert _messages("Waits together", "a, b", replace(HISTORY, lanes=lanes))
