"""Where times are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from proof.rendering import timeline
from proof.rendering.timeline.texts import NARROW, WORDS, width
from proof.runs.history import History, Lane, Span, State

from .made import BLOCKING, THREE_COUNTS, TURNS, beats, history, lane


def _steps(run: History) -> list[tuple[float, float]]:
    return sorted(
        (span.begin, span.end)
        for lane in run.lanes
        for span in lane.spans
        if span.state == "running"
    )


def test_seconds_are_to_scale() -> None:
    axis = timeline.axis_of(BLOCKING)
    assert axis.kind == "seconds"
    assert axis.breakpoints == ((0.0, 0.0), (BLOCKING.took, 1.0))
    assert axis.at(1.0) == pytest.approx(1 / BLOCKING.took)
    assert axis.at(2.0) == pytest.approx(2 * axis.at(1.0))


def test_what_lies_beyond_an_end_is_at_that_end() -> None:
    axis = timeline.axis_of(THREE_COUNTS)
    assert axis.at(-0.0001) == 0
    assert axis.at(99) == 1


def test_two_runs_on_one_axis() -> None:
    scale = timeline.scale_of(THREE_COUNTS, BLOCKING)
    one = timeline.axis_of(THREE_COUNTS, scale)
    three = timeline.axis_of(BLOCKING, scale)
    assert one == three
    assert three.at(3.0) == pytest.approx(3 * one.at(1.0))


def test_what_is_over_in_milliseconds_is_counted_in_steps() -> None:
    axis = timeline.axis_of(TURNS)
    assert axis.kind == "steps"
    assert [tick.words for tick in axis.ticks if tick.words] == list("123456")


def test_every_step_is_as_wide_as_any_other() -> None:
    axis = timeline.axis_of(TURNS)
    wide = [axis.at(end) - axis.at(begin) for begin, end in _steps(TURNS)]
    assert wide == pytest.approx([1 / 7] * 6, rel=0.15)
    apart = history(
        lane("a", ("running", 0, 1e-4), ("running", 7e-4, 9e-4)),
        lane("b", ("running", 3e-4, 6e-4)),
    )
    axis = timeline.axis_of(apart)
    wide = [axis.at(end) - axis.at(begin) for begin, end in _steps(apart)]
    assert wide == pytest.approx([wide[0]] * 3)


def test_steps_are_in_true_order_and_beside_each_other() -> None:
    axis = timeline.axis_of(TURNS)
    for (_, end), (begin, _) in pairwise(_steps(TURNS)):
        assert axis.at(end) <= axis.at(begin)


def test_times_and_fractions_rise() -> None:
    for axis in map(timeline.axis_of, (TURNS, THREE_COUNTS, beats(15))):
        times, fractions = zip(*axis.breakpoints, strict=True)
        assert all(a < b for a, b in pairwise(times))
        assert all(a <= b for a, b in pairwise(fractions))
        assert fractions[0] == 0
        assert fractions[-1] == 1


def test_steps_that_overlap_do_not_turn_time_back() -> None:
    both = history(
        lane("a", ("running", 0.0, 0.002)), lane("b", ("running", 0.001, 0.003))
    )
    times = [time for time, _ in timeline.axis_of(both).breakpoints]
    assert times == sorted(set(times))


def test_a_run_that_slept_most_of_its_milliseconds_shows_time() -> None:
    slept = history(lane("main", ("running", 0, 0.001), ("suspended", 0.001, 0.01)))
    idle = History(slept.lanes, slept.took, idle=((0.001, 0.01),))
    assert timeline.axis_of(slept).kind == "steps"
    assert timeline.axis_of(idle).kind == "seconds"


def test_compared_runs_show_time() -> None:
    assert timeline.axis_of(TURNS, 0.5).kind == "seconds"


@pytest.mark.parametrize(
    "took", [1e-9, 0.0004, 0.0199, 0.0201, 0.5, 0.7, 1.0, 3.0, 9.99, 61.0, 3600.0]
)
def test_labels_of_an_axis_do_not_touch(took: float) -> None:
    axis = timeline.axis_of(history(lane("main", ("suspended", 0, took))))
    labelled = [tick for tick in axis.ticks if tick.words]
    assert 1 <= len(labelled) <= 12
    for one, other in pairwise(labelled):
        apart = NARROW.pixels(other.label) - NARROW.pixels(one.label)
        assert apart > (width(one.words, WORDS) + width(other.words, WORDS)) / 2


@pytest.mark.parametrize(
    ("took", "words"),
    [
        (0.7, ["0 s", "0.1 s", "0.2 s", "0.3 s", "0.4 s", "0.5 s", "0.6 s", "0.7 s"]),
        (3.0, ["0 s", "0.5 s", "1.0 s", "1.5 s", "2.0 s", "2.5 s", "3.0 s"]),
        (0.075, ["0 ms", "20 ms", "40 ms", "60 ms"]),
    ],
)
def test_labels_are_round_numbers(took: float, words: list[str]) -> None:
    axis = timeline.axis_of(history(lane("main", ("suspended", 0, took))))
    assert [tick.words for tick in axis.ticks] == words


_durations = some.lists(some.floats(0, 0.02), min_size=1, max_size=8)


def _worker(label: str, begin: float, durations: list[float]) -> Lane:
    """A task that runs and waits by turns."""
    spans, at = [], begin
    for number, seconds in enumerate(durations):
        state: State = "suspended" if number % 2 else "running"
        spans.append(Span(state, at, at + seconds))
        at += seconds
    return lane(label, *spans, created_at=begin)


@given(
    some.lists(some.tuples(some.floats(-0.001, 0.02), _durations), max_size=4),
    some.one_of(some.none(), some.floats(0.01, 5)),
    some.lists(some.floats(-1, 6), min_size=2),
)
def test_later_is_never_further_left(
    workers: list[tuple[float, list[float]]], scale: float | None, times: list[float]
) -> None:
    run = history(*(_worker(f"{n}", *worker) for n, worker in enumerate(workers)))
    axis = timeline.axis_of(run, scale)
    places = [axis.at(time) for time in sorted(times)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1
    assert all(a < c and b <= d for (a, b), (c, d) in pairwise(axis.breakpoints))
