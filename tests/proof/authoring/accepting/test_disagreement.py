"""Two executions that did different things: how that is text, and what would help."""

import pytest

from proof.authoring.accepting.claims_writing import new_claim
from proof.authoring.accepting.disagreement import disagreement
from proof.authoring.accepting.proposal import Observed


def _did(
    *stdout: str, stderr: tuple[str, ...] = (), raised: str = "", status: int = 0
) -> Observed:
    return Observed(list(stdout), list(stderr), raised, status)


def test_the_first_lines_that_differ_are_shown() -> None:
    text = disagreement(_did("a", "b", "c"), _did("a", "x", "y"), None).split("\n")
    assert text == [
        "its two executions differ in stdout",
        "    line 2 recorded:             b",
        "    line 2 without the recorder: x",
        "    claim `...` for what may differ, or print less",
    ]


def test_what_only_one_printed_is_shown() -> None:
    text = disagreement(_did("a"), _did("a", "b"), None)
    assert "line 2 recorded:             (nothing more)" in text
    assert "line 2 without the recorder: b" in text


@pytest.mark.parametrize(
    ("one", "other", "pattern"),
    [
        ("<Task at 0x7f01>", "<Task at 0x7a01>", "<Task at ...>"),
        ("took 0.123 s", "took 0.153 s", "took ... s"),
        ("took 3 s", "took 12 s", "took ... s"),
        ("wait... 3", "wait... 4", r"wait\... ..."),
        ("x: aa", "x: aaa", "x: ..."),
    ],
)
def test_a_line_with_dots_is_offered(one: str, other: str, pattern: str) -> None:
    text = disagreement(_did(one), _did(other), None)
    assert f"here `#     {pattern}`" in text


@pytest.mark.parametrize(("one", "other"), [("a1", "a2"), ("a", "b"), ("", "b")])
def test_lines_with_little_in_common_give_no_such_offer(one: str, other: str) -> None:
    assert ", here" not in disagreement(_did(one), _did(other), None)


def test_another_order_is_reported_as_such() -> None:
    text = disagreement(_did("a", "b"), _did("b", "a"), None)
    assert text.startswith("its two executions print the same lines in another order")
    assert "`# Unordered output:`" in text
    assert "claim `...`" not in text


def test_another_order_does_not_matter_where_it_is_left_open() -> None:
    output = new_claim("Unordered output", "", ["a", "b"])
    one, other = _did("a", "b", stderr=("x",)), _did("b", "a", stderr=("y",))
    assert disagreement(one, other, output).startswith(
        "its two executions differ in stderr"
    )


def test_what_is_left_open_is_not_shown() -> None:
    output = new_claim("Output", "", ["took ... s", "a"])
    text = disagreement(_did("took 1 s", "a"), _did("took 2 s", "b"), output)
    assert "line 2 recorded:             a" in text


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            _did(raised="KeyError: 1"),
            _did(raised="KeyError: 2"),
            "raise different",
        ),
        (_did(raised="KeyError: 1"), _did(), "raise different things"),
        (_did(status=3), _did(status=4), "end with status 3 and 4"),
        (_did("a"), _did("a"), ""),
    ],
)
def test_what_else_can_differ(one: Observed, other: Observed, said: str) -> None:
    text = disagreement(one, other, None)
    assert said in text
    assert bool(text) == bool(said)
