"""A counter-proof has to break a claim, and not by a slip of the pen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from proof.checking.result import Result, check
from proof.runs.run import Execution, Run
from proof.snippets.counter_proofs import counter_proofs
from proof.snippets.snippet import Snippet

Checked = Callable[..., Result]

CLAIM_LINE = 9


@pytest.fixture
def checked(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Checked:
    """Check a counter-proof with a reason, of which a made-up execution came."""

    def checked(
        *streams: list[str],
        reason: str = "it counts on",
        claim: str = "",
        timed_out: bool = False,
        **named: Any,
    ) -> Result:
        change = f"Breaks: {reason}\n    -print('One')\n    +print(2)"
        claims = f"Output:\n    One\n{change}\n{claim}"
        (proof,) = counter_proofs(parse("print('One')", claims))
        execution = replace(executed(*streams, **named), timed_out=timed_out)
        return check(proof.snippet, made(execution, controlled=False))

    return checked


def test_it_passes_by_missing_a_claim(checked: Checked) -> None:
    result = checked(["2"])
    assert result.passed
    assert [one.message for one in result.expected] == ["stdout is not as claimed"]
    assert result.expected[0].line == 7


def test_what_meets_every_claim_is_refused(checked: Checked) -> None:
    (difference,) = checked(["One"]).differences
    assert "meets every claim" in difference.message
    assert "it counts on" in difference.message
    assert difference.line == CLAIM_LINE


def test_what_never_ends_shows_nothing(checked: Checked) -> None:
    (difference,) = checked(problems=["it was stopped after 10 s"]).differences
    assert difference.message == "changed so, it was stopped after 10 s"
    assert difference.line == CLAIM_LINE


@pytest.mark.parametrize("is_timeout", [False, True])
def test_what_was_stopped_beside_others_deserves_another_try(
    checked: Checked, is_timeout: bool
) -> None:
    problem = "it was stopped after 10 s"
    result = checked(problems=[problem], timed_out=is_timeout)
    assert result.missed_only_times == is_timeout


@pytest.mark.parametrize(
    ("claim", "may_be_chance"), [("", False), ("Takes: 0 s", True)]
)
def test_so_does_what_meets_a_time_that_it_should_miss(
    checked: Checked, claim: str, may_be_chance: bool
) -> None:
    result = checked(["One"], claim=claim, took=0.0)
    assert not result.passed
    assert result.missed_only_times == may_be_chance


SLIP = ["Traceback (most recent call last):", '  File "x"', "NameError: name 'time'"]
SYNTAX = ['  File "snippets/section/it_does.py", line 3', "SyntaxError: no"]


@pytest.mark.parametrize("stderr", [SLIP, SYNTAX], ids=["name", "syntax"])
def test_what_was_not_thought_through_is_refused(
    checked: Checked, stderr: list[str]
) -> None:
    result = checked([], stderr, status=1)
    assert not result.passed
    assert result.differences[0].line == CLAIM_LINE


@pytest.mark.parametrize(
    ("stderr", "reason"),
    [(SLIP, "it is a NameError"), (SYNTAX, "it is a SyntaxError")],
    ids=["name", "syntax"],
)
def test_unless_that_is_the_point(
    checked: Checked, stderr: list[str], reason: str
) -> None:
    assert checked([], stderr, status=1, reason=reason).passed
