"""Claimed lines against printed ones, with `...` for anything."""

import re
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from proof.checking.matching import (
    is_any_lines,
    line_matches,
    lines_match,
    lines_match_unordered,
    matched_in_any_order,
    without_trailing_blank_lines,
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


def test_an_indented_wildcard_matches_lines_too() -> None:
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


# Few letters and many dots: what matches by accident is what finds mistakes.
texts = some.lists(some.sampled_from(["a", "b", ".", "...", "\\...", " "]), max_size=6)
a_pattern = texts.map("".join)
a_line = some.text("ab. ", max_size=6)
a_claim = some.lists(some.one_of(some.just("..."), a_pattern), max_size=5)
an_output = some.lists(a_line, max_size=6)


def _as_expression(pattern: str) -> str:
    """A claimed line as a regular expression, read one character after the other."""
    if not pattern:
        return ""
    for written, expression in (("\\...", r"\.\.\."), ("...", ".*")):
        if pattern.startswith(written):
            return expression + _as_expression(pattern.removeprefix(written))
    return re.escape(pattern[0]) + _as_expression(pattern[1:])


@given(a_pattern, a_line)
def test_a_wildcard_is_any_characters(pattern: str, line: str) -> None:
    expression = _as_expression(pattern.rstrip())
    expected = re.fullmatch(expression, line.rstrip(), re.DOTALL) is not None
    assert line_matches(pattern, line) is expected


def _try_all(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are as claimed, found by trying everything."""
    if not patterns:
        return not lines
    first, *rest = patterns
    if is_any_lines(first):
        return any(_try_all(rest, lines[n:]) for n in range(len(lines) + 1))
    return bool(lines) and line_matches(first, lines[0]) and _try_all(rest, lines[1:])


@given(a_claim, an_output)
def test_a_lone_wildcard_is_any_lines(claim: list[str], output: list[str]) -> None:
    expected = _try_all(claim, without_trailing_blank_lines(output))
    assert lines_match(claim, output) is expected


@given(some.lists(a_pattern, max_size=4), some.lists(a_line, max_size=4))
def test_any_order_is_one_of_all_orders(claim: list[str], output: list[str]) -> None:
    orders = permutations(without_trailing_blank_lines(output))
    expected = any(_try_all(claim, order) for order in orders)
    if not any(map(is_any_lines, claim)):
        assert lines_match_unordered(claim, output) is expected


@given(some.lists(a_pattern, max_size=4), some.lists(a_line, max_size=4))
@example(["a...", "a..."], ["ab"])
@example(["a...", "a...", "ab..."], ["ab", "ac"])
def test_as_many_as_possible_get_a_line_of_their_own(
    claim: list[str], output: list[str]
) -> None:
    taken = matched_in_any_order(claim, output)
    assert len(set(taken.values())) == len(taken)
    assert all(line_matches(claim[p], output[n]) for n, p in taken.items())
    # Blanks for the lines that may be left over.
    orders = permutations([*output, *[None] * len(claim)], len(claim))
    most = max(
        sum(
            line is not None and line_matches(pattern, line)
            for pattern, line in zip(claim, order, strict=True)
        )
        for order in orders
    )
    assert len(taken) == most


def test_many_lines_in_any_order_need_no_deep_stack() -> None:
    lines = [f"line {number}" for number in range(3000)]
    assert lines_match_unordered(["line..."] * 200, lines[:200])
    assert lines_match_unordered(["same"] * 3000, ["same"] * 3000)
    assert lines_match_unordered(lines, lines[::-1])
