"""A counter-proof has to break a claim, and not by a slip of the pen."""

from collections.abc import Callable
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
        *streams: list[str], reason: str = "it counts on", **named: Any
    ) -> Result:
        claims = f"Output:\n    One\nBreaks: {reason}\n    -print('One')\n    +print(2)"
        (proof,) = counter_proofs(parse("print('One')", claims))
        run = made(executed(*streams, **named), controlled=False)
        return check(proof.snippet, run)

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
