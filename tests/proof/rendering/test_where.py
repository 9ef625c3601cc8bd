"""Words for where a long step stands."""

from collections.abc import Sequence

import pytest

from proof.rendering.where import lines_words, where, where_held
from proof.runs.history import Place, Span


def holding(*places: Place) -> Span:
    return Span("holding", 0, 1, 3, places=places)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([4], "line 4"),
        ([4, 5], "lines 4 and 5"),
        ([4, 5, 6], "lines 4 to 6"),
        ([4, 6, 9], "lines 4, 6 and 9"),
        ([4, 6, 9, 20, 30], "lines 4 to 30"),
    ],
)
def test_lines_in_words(lines: Sequence[int], words: str) -> None:
    assert lines_words(lines) == words


def test_line_of_a_step_is_the_one_in_which_it_stood() -> None:
    span = holding(Place(0.01, 0.02, (4,)), Place(0.02, 1, (5,)))
    assert where(span) == "line 5"
    assert where_held(span) == "in line 5"


def test_several_lines_are_told_with_their_times() -> None:
    span = holding(Place(0, 0.3, (4,)), Place(0.3, 0.8, (6, 7)), Place(0.8, 1, (4,)))
    assert where(span) == "line 4 (0.500 s) and lines 6 and 7 (0.500 s)"


def test_what_is_not_known_is_said() -> None:
    assert where(holding()) == where_held(holding()) == "somewhere after line 3"
    assert where(Span("holding", 0, 1)) == where_held(Span("holding", 0, 1)) == ""


def test_where_a_task_waits_or_goes_on_is_a_line() -> None:
    assert where(Span("suspended", 0, 1, 3)) == where(Span("running", 0, 1, 3))
    assert where(Span("suspended", 0, 1, 3)) == "line 3"
    assert where(Span("ready", 0, 1)) == ""
