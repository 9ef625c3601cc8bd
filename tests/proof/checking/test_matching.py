"""Claimed lines against printed ones, with `...` for anything."""

import pytest

from proof.checking.matching import (
    diff,
    line_matches,
    lines_match,
    lines_match_unordered,
)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("One", "One"),
        ("", ""),
        ("One", "One  \t"),
        ("One  ", "One"),
        ("...", ""),
        ("...", "whatever"),
        ("One...", "One"),
        ("One...", "One and more"),
        ("...One", "not One"),
        ("a...c...e", "abcde"),
        ("a...a", "aa"),
        ("...a...a...", "banana"),
        pytest.param("ab...ba", "abXba", id="both-ends"),
        pytest.param("...aab...", "aaab", id="first-place-is-not-the-only-one"),
        pytest.param("x....", "xyz.", id="a-dot-behind-the-wildcard"),
        pytest.param(r"\...", "...", id="real-dots"),
        pytest.param(r"wait\...now", "wait...now", id="real-dots-inside"),
        pytest.param(r"wait\... ...", "wait... for it", id="real-dots-and-wildcard"),
        pytest.param(r"wait\....", "wait....", id="real-dots-and-a-dot"),
        pytest.param(r"wait\......", "wait...more", id="wildcard-upon-real-dots"),
        pytest.param("a.b*c[d]", "a.b*c[d]", id="no-regular-expression"),
        pytest.param("é…", "é…", id="not-ascii"),
    ],
)
def test_a_line_is_as_claimed(pattern: str, line: str) -> None:
    assert line_matches(pattern, line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("One", "one"),
        ("One", " One"),
        ("One", "One!"),
        ("", "x"),
        ("One...", "On"),
        ("...One", "One more"),
        ("a...c...e", "aec"),
        pytest.param("a...a", "a", id="ends-do-not-share-a-letter"),
        pytest.param("ab...bc", "abc", id="nor-overlap"),
        pytest.param("...a...a...a...", "aa", id="too-few"),
        pytest.param("x...yz...z", "xyz", id="middle-and-end-do-not-overlap"),
        pytest.param(r"\...", "abc", id="real-dots-are-no-wildcard"),
        pytest.param(r"wait\...", "waiting", id="real-dots-inside"),
        pytest.param("....", "xyz", id="a-dot-behind-the-wildcard"),
        pytest.param("a.c", "abc", id="no-regular-expression"),
    ],
)
def test_a_line_is_not_as_claimed(pattern: str, line: str) -> None:
    assert not line_matches(pattern, line)


@pytest.mark.parametrize(
    ("patterns", "lines"),
    [
        ("", ""),
        ("a b", "a b"),
        pytest.param("...", "", id="wildcard-for-none"),
        pytest.param("...", "a b c", id="wildcard-for-all"),
        pytest.param("a ...", "a", id="none-at-the-end"),
        pytest.param("... a", "a", id="none-at-the-start"),
        pytest.param("a ... c", "a b b c", id="in-the-middle"),
        pytest.param("a ... c", "a c b c", id="the-first-c-is-not-the-last"),
        pytest.param("... a b", "a a b", id="resumes-inside-what-it-tried"),
        pytest.param("... a a b ...", "a a a b x", id="resumes-within-a-repeat"),
        pytest.param("a ... b ... c", "a x b y b z c", id="two-wildcards"),
        pytest.param("... ...", "a", id="wildcard-upon-wildcard"),
        pytest.param("x... y", "xy y", id="inside-a-line-it-is-one-line"),
    ],
)
def test_lines_are_as_claimed(patterns: str, lines: str) -> None:
    assert lines_match(patterns.split(), lines.split())


@pytest.mark.parametrize(
    ("patterns", "lines"),
    [
        ("", "a"),
        ("a", ""),
        ("a b", "a"),
        ("a", "a b"),
        ("a b", "b a"),
        pytest.param("a ...", "b", id="before-the-wildcard"),
        pytest.param("... a", "a b", id="after-the-wildcard"),
        pytest.param("a ... c", "a b", id="never-comes"),
        pytest.param("a ... a", "a", id="one-line-is-not-two"),
        pytest.param("a ... b ... b", "a x b", id="nor-behind-two-wildcards"),
        pytest.param(r"\... a", "x y a", id="real-dots-are-one-line"),
        pytest.param("x... y", "x z y", id="inside-a-line-it-is-no-line"),
    ],
)
def test_lines_are_not_as_claimed(patterns: str, lines: str) -> None:
    assert not lines_match(patterns.split(), lines.split())


def test_an_indented_wildcard_stands_for_lines_too() -> None:
    assert lines_match(["a", "  ...", "d"], ["a", "b", "c", "d"])


def test_blank_lines_count_inside_but_not_at_the_end() -> None:
    assert lines_match(["a", "", "b"], ["a", "", "b", "", "  "])
    assert not lines_match(["a", "b"], ["a", "", "b"])
    assert not lines_match(["a"], ["", "a"])


@pytest.mark.parametrize(
    ("patterns", "lines"),
    [
        ("a b b", "b a b"),
        ("", ""),
        pytest.param("a ...", "x a y", id="others-may-come"),
        pytest.param("... a", "a", id="others-need-not"),
        pytest.param("t... t1", "t1 t2", id="the-greedy-choice-is-taken-back"),
        pytest.param("x... ...y x...y", "xy xa by", id="taken-back-twice"),
    ],
)
def test_lines_are_as_claimed_in_any_order(patterns: str, lines: str) -> None:
    assert lines_match_unordered(patterns.split(), lines.split())


@pytest.mark.parametrize(
    ("patterns", "lines"),
    [
        pytest.param("a a", "a", id="too-few"),
        pytest.param("a", "a a", id="too-many"),
        pytest.param("a a b", "a b b", id="other-counts"),
        pytest.param("a b ...", "a c", id="others-do-not-replace"),
        pytest.param("t... t1", "t2 t3", id="none-fits-the-second"),
    ],
)
def test_lines_are_not_as_claimed_in_any_order(patterns: str, lines: str) -> None:
    assert not lines_match_unordered(patterns.split(), lines.split())


def test_blank_lines_at_the_end_do_not_count_in_any_order_either() -> None:
    assert lines_match_unordered(["b", "a"], ["a", "b", ""])


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
