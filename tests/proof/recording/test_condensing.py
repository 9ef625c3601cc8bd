"""Histories are made as small as a page needs them, and what is left out is counted."""

from dataclasses import replace

from proof.recording.condensing import MOST_ALIKE, MOST_LANES, MOST_SPANS, condensed
from proof.runs.history import History, Lane, Span, State


def _lane(label: str, *spans: Span) -> Lane:
    return Lane("task", label, 0.0, "", spans, "done", 1.0)


def _turns(count: int, length: float, *, begin: float = 0.0) -> tuple[Span, ...]:
    """Steps and pauses in turn."""
    states: tuple[State, State] = ("running", "suspended")
    return tuple(
        Span(states[n % 2], begin + n * length, begin + (n + 1) * length, waits_for="x")
        for n in range(count)
    )


def test_a_small_history_stays_as_it_is() -> None:
    history = History((_lane("a", *_turns(100, 0.001)), _lane("b")), 1.0)
    assert condensed(history) == history


def test_of_300_tasks_the_first_are_kept_and_the_others_counted() -> None:
    lanes = tuple(_lane(f"task{n}", *_turns(2, 0.01)) for n in range(300))
    history = condensed(History(lanes, 1.0, tasks_left_out=5))
    assert 0 < len(history.lanes) <= MOST_LANES
    assert history.lanes == lanes[: len(history.lanes)]
    assert history.tasks_left_out == 5 + 300 - len(history.lanes)


def test_who_failed_or_held_the_loop_is_kept_however_late_it_came() -> None:
    lanes = [_lane(f"task{n}") for n in range(300)]
    lanes[200] = replace(lanes[200], end="failed")
    lanes[250] = _lane("task250", Span("holding", 0.0, 0.5))
    lanes.append(Lane("thread", "thread 1", 0.0, "", (), "done", 1.0))
    kept = {lane.label for lane in condensed(History(tuple(lanes), 1.0)).lanes}
    assert {"task0", "task200", "task250", "thread 1"} <= kept


def test_no_more_than_the_most_are_kept_even_if_all_failed() -> None:
    lanes = tuple(replace(_lane(f"task{n}"), end="failed") for n in range(300))
    history = condensed(History(lanes, 1.0))
    assert len(history.lanes) == MOST_LANES
    assert history.tasks_left_out == 300 - MOST_LANES


def test_many_short_spans_become_one_that_counts_their_steps() -> None:
    spans = _turns(1000, 1e-6)
    (lane,) = condensed(History((_lane("a", *spans),), 1.0)).lanes
    (span,) = lane.spans
    assert (span.begin, span.end, span.steps) == (0.0, spans[-1].end, 500)
    assert (span.state, span.waits_for, span.due) == ("running", "", None)


def test_what_can_be_seen_is_kept_beside_what_cannot() -> None:
    seen = Span("suspended", 0.1, 0.9, waits_for="until 0.900 s", due=0.9)
    before = _turns(MOST_SPANS, 1e-6)
    after = _turns(MOST_SPANS, 1e-6, begin=0.9)
    (lane,) = condensed(History((_lane("a", *before, seen, *after),), 1.0)).lanes
    assert [span.steps for span in lane.spans] == [60, 1, 60]
    assert (lane.spans[1].waits_for, lane.spans[1].due) == ("until 0.900 s", 0.9)


def test_a_step_that_held_the_loop_is_never_merged() -> None:
    held = Span("holding", 0.5, 0.56)
    spans = (*_turns(500, 1e-6), held, *_turns(500, 1e-6, begin=0.56))
    (lane,) = condensed(History((_lane("a", *spans),), 1000.0)).lanes
    assert held in lane.spans
    assert sum(span.steps for span in lane.spans) == 501


def test_a_span_of_waiting_stands_for_itself_however_many_there_are() -> None:
    spans = tuple(Span("suspended", float(n), n + 1.0) for n in range(MOST_SPANS + 1))
    (lane,) = condensed(History((_lane("a", *spans),), 100.0)).lanes
    assert lane.spans == spans


def test_all_that_failed_come_before_the_first() -> None:
    lanes = [_lane(f"task{n}") for n in range(300)]
    for n in range(250, 300):
        lanes[n] = replace(lanes[n], end="failed")
    kept = condensed(History(tuple(lanes), 1.0)).lanes
    assert kept == (*lanes[: MOST_LANES - 50], *lanes[250:])


def test_what_is_not_a_task_is_always_kept_and_never_counted() -> None:
    tasks = [_lane(f"task{n}") for n in range(MOST_LANES)]
    others = [
        replace(_lane(f"thread {n}"), kind="thread") for n in range(MOST_LANES + 1)
    ]
    small = History((*tasks, *others), 1.0)
    assert condensed(small) == small
    large = condensed(History((*tasks, _lane("last"), *others), 1.0))
    assert (large.lanes, large.tasks_left_out) == (small.lanes, 1)


def test_of_those_that_did_the_same_some_are_kept_and_the_first_counts_the_rest() -> (
    None
):
    nap = Span("suspended", 0.1, 0.2, 5, "until 0.200 s", 0.2)
    alike = [_lane(f"nap {n}", replace(nap, end=0.2 + n)) for n in range(1000)]
    other = _lane("other", nap)
    history = condensed(History((*alike[:500], other, *alike[500:]), 2.0))
    labels = [lane.label for lane in history.lanes]
    assert len(labels) == MOST_ALIKE + 1
    assert (labels[0], labels[-1]) == ("nap 0", "nap 999")
    assert "other" in labels
    assert [lane.alike for lane in history.lanes] == [991] + 9 * [0]
    assert history.tasks_left_out == 991
