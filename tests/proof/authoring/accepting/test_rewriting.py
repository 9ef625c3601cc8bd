"""Claimed lines made to match printed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.authoring.accepting.rewriting import (
    as_pattern,
    rewritten,
    rewritten_unordered,
)
from proof.checking.matching import (
    line_matches,
    lines_match,
    lines_match_unordered,
)

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
    "wild-line-among-others": (
        ["a", "...", "y", "z"],
        ["b", "c", "d", "e", "f"],
        ["b", "...", "e", "f"],
    ),
    "wild-line-with-too-few": (["a", "...", "y", "z"], ["b", "c"], ["b", "...", "c"]),
    "wild-lines-that-meet": (["a", "...", "b", "...", "c"], ["x"], ["x", "..."]),
    "wild-line-as-written": (["  ...", "a"], ["b"], ["  ...", "b"]),
    "exact-ones-choose-first": (
        ["task ...", "task 3", "x"],
        ["task 3", "y"],
        ["task 3", "y"],
    ),
    "moved-lines": (
        ["one", "a ...", "b ..."],
        ["a 1", "b 1", "one"],
        ["a ...", "b ...", "one"],
    ),
    "wild-line-for-nothing": (["a", "...", "b"], ["a", "c"], ["a", "...", "c"]),
    "real-dots-stay-marked": ([r"a\...", "b"], ["a...", "c"], [r"a\...", "c"]),
    "new-dots-are-marked": (["a"], ["wait..."], [r"wait\..."]),
    "a-line-of-dots": (["a"], ["..."], [r"\..."]),
    "trailing-spaces": (["a"], ["b  "], ["b"]),
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


# Few letters, so that patterns and lines often have much in common.
_claimable = st.lists(
    st.sampled_from(["...", "  ...", ""])
    | st.text("ab.\\ ", max_size=5).map(lambda text: text.rstrip()),
    max_size=7,
)
_printable = st.lists(st.text("ab.\\ \0\r\x85", max_size=5) | st.text(), max_size=7)
# Each matches one of the lines and no other.
_WORDS = [f"{word} 1" for word in ("one", "two", "three", "four", "five", "six")]


@given(_claimable, _printable)
def test_whatever_is_claimed_and_printed_it_matches_in_the_end(
    patterns: list[str], lines: list[str]
) -> None:
    lines = [line.replace("\n", "") for line in lines]
    assert lines_match(rewritten(patterns, lines), lines)
    assert lines_match_unordered(rewritten_unordered(patterns, lines), lines)


@given(st.text("ab.\\ \0\r\x85") | st.text())
def test_a_line_matches_the_pattern_made_of_it(line: str) -> None:
    line = line.replace("\n", "")
    assert line_matches(as_pattern(line), line)


@given(_claimable, _printable)
def test_what_matches_is_never_changed(patterns: list[str], lines: list[str]) -> None:
    lines = [line.replace("\n", "") for line in lines]
    written = rewritten(patterns, lines)
    assert rewritten(written, lines) == written


@given(
    st.lists(st.sampled_from([1, 2, 3]), min_size=6, max_size=6),
    st.integers(0, 6),
    st.sampled_from(["changed", "added", "dropped"]),
)
def test_patterns_that_still_match_are_kept(
    kinds: list[int], place: int, what: str
) -> None:
    patterns = [
        {1: word, 2: f"{word[:-1]}...", 3: f"...{word[1:]}"}[kind]
        for word, kind in zip(_WORDS, kinds, strict=True)
    ]
    lines, expected = list(_WORDS), list(patterns)
    if what == "added":
        lines.insert(place, "new")
        expected.insert(place, "new")
    elif what == "changed" and place < len(lines):
        lines[place] = expected[place] = "new"
    elif place < len(lines):
        del lines[place], expected[place]
    assert rewritten(patterns, lines) == tuple(expected)
    assert {*rewritten_unordered(patterns, lines)} == {*expected}


@pytest.mark.parametrize("letter", "\0\r\v\f\x1c\x85\u2028\u2029")
def test_what_no_line_can_hold_is_left_open(letter: str) -> None:
    assert as_pattern(f"a{letter}{letter}b") == "a...b"


def test_very_many_lines_are_rewritten_at_once() -> None:
    lines = [str(number % 7000) for number in range(20_000)]
    patterns = ["...", *(f"{number}..." for number in range(0, 200, 2)), "x", "..."]
    assert lines_match(rewritten(patterns, lines), lines)
