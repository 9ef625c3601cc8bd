"""Numbers and names in a sentence."""

import pytest

from proof.text import counted, listed


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 tasks"), (1, "1 task"), (2, "2 tasks"), (1200, "1,200 tasks")],
)
def test_a_number_goes_with_its_noun(number: int, text: str) -> None:
    assert counted(number, "task") == text


@pytest.mark.parametrize(
    ("names", "more", "text"),
    [
        ("a", 0, "a"),
        ("ab", 0, "a and b"),
        ("abc", 0, "a, b and c"),
        ("abcd", 0, "a, b, c and 1 more"),
        ("a", 2, "a and 2 more"),
        ("abcd", 1996, "a, b, c and 1,997 more"),
    ],
)
def test_only_the_first_names_are_listed(names: str, more: int, text: str) -> None:
    assert listed(list(names), more=more) == text
