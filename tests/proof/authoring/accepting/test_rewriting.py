"""Claimed lines made to match printed ones."""

import itertools
import random

import pytest

from proof.authoring.accepting.rewriting import (
    as_pattern,
    rewritten,
    rewritten_unordered,
)
from proof.checking.matching import lines_match, lines_match_unordered

_ORDERED = {
    "nothing-claimed": ([], ["a", "b"], ["a", "b"]),
    "nothing-printed": (["a"], [], []),
    "one-other-line": (["a", "b", "c"], ["a", "x", "c"], ["a", "x", "c"]),
    "one-line-more": (["a", "c"], ["a", "b", "c"], ["a", "b", "c"]),
    "one-line-less": (["a", "b", "c"], ["a", "c"], ["a", "c"]),
    "wild-in-a-line-stays": (
        ["took ... s", "a"],
        ["took 3 s", "b"],
        ["took ... s", "b"],
    ),
    "wild-in-a-line-goes": (["took ... s"], ["ended"], ["ended"]),
    "wild-line-stays": (["a", "...", "z"], ["a", "b", "c", "y"], ["a", "...", "y"]),
    "wild-line-at-the-end": (["a", "..."], ["b", "c", "d"], ["b", "..."]),
    "wild-line-at-the-start": (["...", "a"], ["c", "d", "b"], ["...", "b"]),
    "wild-line-for-nothing": (["a", "...", "b"], ["a", "c"], ["a", "...", "c"]),
    "real-dots-stay-marked": ([r"a\...", "b"], ["a...", "c"], [r"a\...", "c"]),
    "new-dots-are-marked": (["a"], ["wait..."], [r"wait\..."]),
    "a-line-of-dots": (["a"], ["..."], [r"\..."]),
    "trailing-blanks": (["a"], ["b  "], ["b"]),
    "empty-lines": (["a"], ["", "b", "", "c"], ["", "b", "", "c"]),
}


@pytest.mark.parametrize(
    ("patterns", "lines", "expected"), _ORDERED.values(), ids=_ORDERED.keys()
)
def test_what_still_matches_stays(
    patterns: list[str], lines: list[str], expected: list[str]
) -> None:
    assert rewritten(patterns, lines) == tuple(expected)
    assert lines_match(expected, lines)


_UNORDERED = {
    "one-other-line": (["a", "b"], ["x", "a"], ["a", "x"]),
    "one-line-more": (["b", "a"], ["a", "b", "c"], ["b", "a", "c"]),
    "one-line-less": (["b", "a", "c"], ["a", "c"], ["a", "c"]),
    "the-same-twice": (["a", "a"], ["a", "b"], ["a", "b"]),
    "exact-ones-choose-first": (["...", "a"], ["a", "b"], ["...", "a"]),
    "wild-in-a-line": (
        ["task ... ends", "b"],
        ["c", "task 3 ends"],
        ["task ... ends", "c"],
    ),
    "exact-ones-choose-before-wild-ones": (
        ["task ...", "task 3", "y"],
        ["task 3", "task 4", "x"],
        ["task ...", "task 3", "x"],
    ),
    "wild-line": (["a", "..."], ["b", "c"], ["b", "..."]),
    "nothing-printed": (["a"], [], []),
}


@pytest.mark.parametrize(
    ("patterns", "lines", "expected"), _UNORDERED.values(), ids=_UNORDERED.keys()
)
def test_what_still_matches_stays_in_any_order(
    patterns: list[str], lines: list[str], expected: list[str]
) -> None:
    found = rewritten_unordered(patterns, lines)
    assert sorted(found) == sorted(expected)
    assert lines_match_unordered(found, lines)


def test_whatever_is_claimed_and_printed_it_matches_in_the_end() -> None:
    chance = random.Random(4)
    claimable = ["a", "b", "a...", "...b", "...", r"\...", ""]
    printable = ["a", "b", "ab", "...", "", "a\x85b", "a\rb", "c  ", r"x\...y"]
    for _ in itertools.repeat(None, 2000):
        patterns = chance.choices(claimable, k=chance.randrange(6))
        lines = chance.choices(printable, k=chance.randrange(6))
        assert lines_match(rewritten(patterns, lines), lines), (patterns, lines)
        found = rewritten_unordered(patterns, lines)
        assert lines_match_unordered(found, lines), (patterns, lines)


def test_what_matches_is_never_changed() -> None:
    chance = random.Random(5)
    for _ in itertools.repeat(None, 2000):
        patterns = chance.choices(["a", "b", "a...", "..."], k=chance.randrange(5))
        lines = chance.choices(["a", "b", "ab"], k=chance.randrange(5))
        if lines_match(patterns, lines):
            assert rewritten(patterns, lines) == tuple(patterns)


@pytest.mark.parametrize("letter", "\0\r\v\f\x1c\x85\u2028\u2029")
def test_what_no_line_can_hold_is_left_open(letter: str) -> None:
    assert as_pattern(f"a{letter}{letter}b") == "a...b"


def test_very_many_lines_are_taken_as_they_are() -> None:
    lines = [str(number) for number in range(2000)]
    assert rewritten(["...", "x"] * 500, lines) == tuple(lines)
