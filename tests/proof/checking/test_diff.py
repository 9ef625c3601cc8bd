"""What a diff marks, and what it leaves unmarked."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import example, given

from proof.checking import alignment
from proof.checking.alignment import Pair, align
from proof.checking.diff import diff, diff_unordered
from proof.checking.matching import (
    is_any_lines,
    line_matches,
    lines_match,
    lines_match_unordered,
    without_trailing_blank_lines,
)

from .test_matching import a_claim, an_output


def _diff(patterns: str, lines: str) -> list[str]:
    return list(diff(patterns.split(), lines.split(), "claimed", "seen"))


def _marked(lines: list[str]) -> list[str]:
    return [line for line in lines[3:] if line[0] in "+-"]


def test_a_diff_names_both_sides() -> None:
    header = _diff("a", "b")[:2]
    assert header == ["--- claimed", "+++ seen"]


@pytest.mark.parametrize(
    ("patterns", "lines", "marked"),
    [
        ("a b c", "a x c", ["-b", "+x"]),
        ("a b", "a", ["-b"]),
        ("a", "a b", ["+b"]),
        ("", "a", ["+a"]),
        pytest.param("t... b", "t1 c", ["-b", "+c"], id="fitting-wildcard-unmarked"),
        pytest.param("... b", "x y b z", ["+z"], id="absorbed-lines-unmarked"),
        pytest.param("... b ...", "x c", ["-b"], id="missing-behind-a-wildcard"),
        pytest.param("t...", "u1", ["-t...", "+u1"], id="missing-wildcard-as-written"),
        pytest.param(r"\... b", "... c", ["-b", "+c"], id="real-dots-fit"),
        pytest.param(r"x\...", "y", ["-x...", "+y"], id="real-dots-as-printed"),
    ],
)
def test_a_diff_marks_only_what_differs(
    patterns: str, lines: str, marked: list[str]
) -> None:
    assert _marked(_diff(patterns, lines)) == marked


def test_what_matches_has_no_diff() -> None:
    assert _diff("a ... b... \\...", "a x y b1 ...") == []


def test_trailing_blanks_are_no_difference_in_a_diff() -> None:
    assert list(diff(["a"], ["a   ", "", ""], "claimed", "seen")) == []


@pytest.mark.parametrize(
    ("patterns", "lines", "marked"),
    [
        pytest.param("... a...", "a ab", [], id="not-the-first-that-fits"),
        pytest.param("... a... c", "a ab d", ["-c", "+d"], id="tries-again-behind"),
        pytest.param("... a... x", "a ab x y", ["+y"], id="and-finds-it"),
        pytest.param("a b ... c", "b z c", ["-a"], id="only-the-first-is-missing"),
        pytest.param("... b ... d", "x b y", ["-d"], id="a-late-one-is-missing"),
    ],
)
def test_a_diff_looks_for_the_best_match(
    patterns: str, lines: str, marked: list[str]
) -> None:
    assert _marked(_diff(patterns, lines)) == marked


@given(a_claim, an_output)
def test_there_is_a_diff_just_where_something_differs(
    claim: list[str], output: list[str]
) -> None:
    assert (diff(claim, output, "", "") == ()) is lines_match(claim, output)
    in_any_order = diff_unordered(claim, output, "", "")
    assert (in_any_order == ()) is lines_match_unordered(claim, output)


def _fewest_marks(claim: Sequence[str], output: Sequence[str]) -> tuple[int, int]:
    """How many lines have to differ, and how many of those are claimed: tries all."""

    @cache
    def fewest(pattern: int, line: int) -> tuple[int, int]:
        if pattern == len(claim) and line == len(output):
            return 0, 0
        ways = []
        is_wild = pattern < len(claim) and is_any_lines(claim[pattern])
        if line < len(output):
            marks, missing = fewest(pattern, line + 1)
            ways.append((marks + (not is_wild), missing))
        if pattern < len(claim):
            marks, missing = fewest(pattern + 1, line)
            ways.append((marks + (not is_wild), missing + (not is_wild)))
            if line < len(output) and line_matches(claim[pattern], output[line]):
                ways.append(fewest(pattern + 1, line + 1))
        return min(ways)

    return fewest(0, 0)


@given(a_claim, an_output)
@example(["...", "b"], ["b", "a", "a"])
@example(["...", "b"], ["b", "a"])
def test_as_few_lines_as_possible_are_marked(
    claim: list[str], output: list[str]
) -> None:
    marked = _marked(list(diff(claim, output, "claimed", "seen")))
    lines = without_trailing_blank_lines([line.rstrip() for line in output])
    missing = sum(line.startswith("-") for line in marked)
    assert (len(marked), missing) == _fewest_marks(claim, lines)


@given(a_claim, an_output)
@example(["...", "a", "b"], ["x", "a", "b"])
@example(["...", "a", "b", "c"], ["x", "a", "z", "c"])
def test_every_line_of_both_sides_has_its_place(
    claim: list[str], output: list[str]
) -> None:
    pairs = align(claim, output)
    assert [p.line for p in pairs if p.line is not None] == list(range(len(output)))
    claimed = [p.pattern for p in pairs if p.pattern is not None]
    assert sorted(set(claimed)) == list(range(len(claim)))
    assert claimed == sorted(claimed)
    for pair in pairs:
        if pair.is_match:
            pattern = claim[pair.pattern or 0]
            assert is_any_lines(pattern) or line_matches(
                pattern, output[pair.line or 0]
            )


def test_trailing_blanks_are_not_shown() -> None:
    assert list(diff(["a "], ["b  "], "claimed", "seen"))[3:] == ["-a", "+b"]


def test_what_is_far_apart_is_shown_in_parts() -> None:
    claimed = [str(number) for number in range(30)]
    printed = ["x", *claimed[1:20], "y", *claimed[20:]]
    assert list(diff(claimed, printed, "claimed", "seen"))[2:] == [
        *("@@ -1,4 +1,4 @@", "-0", "+x", " 1", " 2", " 3"),
        *("@@ -18,6 +18,7 @@", " 17", " 18", " 19", "+y", " 20", " 21", " 22"),
    ]


@pytest.mark.parametrize("gap", [6, 7])
def test_what_is_near_is_shown_in_one_part(gap: int) -> None:
    between = [str(number) for number in range(gap)]
    shown = diff(["a", *between, "b"], ["x", *between, "y"], "claimed", "seen")
    assert sum(line.startswith("@@") for line in shown) == (1 if gap == 6 else 2)


@pytest.mark.parametrize(
    ("claimed", "printed", "where"),
    [("", "a", "@@ -0,0 +1 @@"), ("a", "", "@@ -1 +0,0 @@")],
)
def test_a_side_without_lines_is_counted_as_such(
    claimed: str, printed: str, where: str
) -> None:
    assert _diff(claimed, printed)[2] == where


def test_in_any_order_only_what_is_left_over_is_shown() -> None:
    shown = diff_unordered(["t...", "t1", "b"], ["x", "t1", "t2"], "claimed", "seen")
    assert list(shown) == [
        *("--- claimed", "+++ seen", "@@ in any order @@", "-b", "+x")
    ]


def test_trailing_blanks_are_no_difference_in_any_order_either() -> None:
    assert diff_unordered(["a", "b"], ["b  ", "a", "", " "], "claimed", "seen") == ()


def test_in_any_order_others_may_come_where_that_is_claimed() -> None:
    shown = diff_unordered(["a", "...", "b"], ["x", "b"], "claimed", "seen")
    assert list(shown)[3:] == ["-a"]


def test_too_much_to_compare_is_taken_to_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(alignment, "MOST_PAIRS", 6)
    assert _marked(_diff("x b", "a b c d")) == ["-x", "+a", "+c", "+d"]
    assert _marked(_diff("x d y", "a b c d e")) == [
        *("-x", "-d", "-y"),
        *("+a", "+b", "+c", "+d", "+e"),
    ]
    assert _marked(_diff("x ...", "a b c d e")) == ["-x"]
    assert align(["x", "..."], list("abcde"))[-1] == Pair(1, 4)
    assert _marked(_diff("x ... e", "a b c d e")) == ["-x"]
