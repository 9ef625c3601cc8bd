"""A trace as lanes and spans: who was in which state, when, and why."""

import pytest

from proof.recording import events as e
from proof.recording.events import Event
from proof.recording.historian import build_history
from proof.recording.trace import Trace
from proof.runs.history import History, Lane

LOOP = 77
"""The thread that the loop runs in."""


def _created(
    at: float,
    number: int,
    coroutine: str = "main",
    name: str = "",
    creator: int | None = None,
) -> Event:
    name = name or f"Task-{number}"
    return e.TaskCreated(100.0 + at, number, name, coroutine, 5, creator)


def _scheduled(at: float, number: int) -> Event:
    return e.Scheduled(100.0 + at, number)


def _begins(at: float, number: int, thread: int = LOOP) -> Event:
    return e.StepBegins(100.0 + at, number, thread)


def _waits(
    at: float,
    number: int,
    waits_for: str,
    *tasks: int,
    until: float | None = None,
    more: int = 0,
) -> Event:
    due = None if until is None else 100.0 + until
    return e.Suspended(100.0 + at, number, 9, waits_for, due, tasks, more)


def _ends(at: float, number: int) -> Event:
    return e.Returned(100.0 + at, number)


def _history(*events: Event, took: float = 2.0) -> History:
    return build_history(Trace(events), 100.0, 100.0 + took)


def _lane(*events: Event, took: float = 2.0) -> Lane:
    (lane,) = _history(*events, took=took).lanes
    return lane


def _spans(lane: Lane) -> list[tuple[str, float, float]]:
    """States and times, to the millisecond."""
    return [(s.state, round(s.begin, 3), round(s.end, 3)) for s in lane.spans]


def test_a_task_is_ready_runs_and_waits() -> None:
    lane = _lane(
        _created(0.0, 1),
        _scheduled(0.0, 1),
        _begins(0.01, 1),
        _waits(0.02, 1, "sleep", until=1.0),
        _scheduled(1.0, 1),
        _begins(1.001, 1),
        _ends(1.01, 1),
    )
    assert _spans(lane) == [
        ("ready", 0.0, 0.01),
        ("running", 0.01, 0.02),
        ("suspended", 0.02, 1.0),
        ("ready", 1.0, 1.001),
        ("running", 1.001, 1.01),
    ]
    assert (lane.end, round(lane.ended_at or 0, 3)) == ("done", 1.01)
    waited = lane.spans[2]
    assert (waited.line, waited.waits_for) == (9, "until 1.000 s")
    assert waited.due == pytest.approx(1.0)
    assert lane.spans[0].line == 5


def test_overdue_begins_when_it_is_due_and_ends_when_the_loop_notices() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "sleep", until=0.5),
        _scheduled(0.9, 1),
        _begins(0.95, 1),
        _ends(0.96, 1),
    )
    assert _spans(lane)[1:] == [
        ("suspended", 0.01, 0.5),
        ("overdue", 0.5, 0.9),
        ("ready", 0.9, 0.95),
        ("running", 0.95, 0.96),
    ]
    assert lane.spans[2].waits_for == "until 0.500 s"


def test_one_that_was_due_before_it_began_to_wait_is_overdue_from_then_on() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.3, 1, "sleep", until=0.1),
        _begins(0.4, 1),
        _ends(0.41, 1),
    )
    assert _spans(lane)[1] == ("overdue", 0.3, 0.4)


def test_one_that_was_put_into_the_queue_in_time_is_ready_not_overdue() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "sleep", until=0.5),
        _scheduled(0.501, 1),
        _begins(0.8, 1),
        _ends(0.81, 1),
    )
    assert _spans(lane)[1:3] == [("suspended", 0.01, 0.501), ("ready", 0.501, 0.8)]


def test_a_sleep_that_was_cut_short_is_ready_from_then_on() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "sleep", until=0.4),
        _scheduled(0.1, 1),
        _begins(0.6, 1),
        e.Cancelled(100.61, 1),
    )
    assert _spans(lane)[1:3] == [("suspended", 0.01, 0.1), ("ready", 0.1, 0.6)]


def test_one_that_was_put_into_the_queue_while_it_ran_is_ready_at_once() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _scheduled(0.01, 1),
        _waits(0.02, 1, "sleep", until=1.0),
        _begins(0.3, 1),
        _ends(0.31, 1),
    )
    assert _spans(lane)[1] == ("ready", 0.02, 0.3)


def test_a_little_late_is_in_time() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "sleep", until=0.5),
        _scheduled(0.5, 1),
        _begins(0.504, 1),
        _ends(0.51, 1),
    )
    assert [span.state for span in lane.spans] == [
        "running",
        "suspended",
        "ready",
        "running",
    ]


@pytest.mark.parametrize(("seconds", "state"), [(0.049, "running"), (0.06, "holding")])
def test_a_step_of_more_than_50_ms_holds_the_loop(seconds: float, state: str) -> None:
    lane = _lane(_created(0.0, 1), _begins(0.1, 1), _ends(0.1 + seconds, 1))
    assert _spans(lane)[-1] == (state, 0.1, round(0.1 + seconds, 3))


def test_an_eager_child_splits_its_parents_step() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _created(0.15, 2, "child", creator=1),
        _begins(0.1, 2),
        _waits(0.2, 2, "event"),
        _waits(0.3, 1, "task", 2),
    )
    parent, child = history.lanes
    assert _spans(parent)[:3] == [
        ("holding", 0.0, 0.1),
        ("ready", 0.1, 0.2),
        ("holding", 0.2, 0.3),
    ]
    assert _spans(child)[0] == ("holding", 0.1, 0.2)
    assert child.created_at == pytest.approx(0.1)
    assert child.created_by == "main"


def test_lanes_are_in_order_of_creation_not_of_what_was_reported_first() -> None:
    history = _history(
        _created(0.0, 1),
        _created(0.02, 3, "grandchild", creator=2),
        _created(0.03, 2, "child", creator=1),
        _begins(0.01, 2),
        _ends(0.04, 2),
    )
    labels = [lane.label for lane in history.lanes]
    assert labels == ["main", "child", "grandchild"]


def test_a_step_whose_end_was_not_seen_ends_where_the_next_begins() -> None:
    lane = _lane(_created(0.0, 1), _begins(0.0, 1), _begins(0.02, 1), _ends(0.03, 1))
    assert _spans(lane) == [("running", 0.0, 0.02), ("running", 0.02, 0.03)]


def test_a_parent_is_ready_while_its_eager_child_runs_to_the_end() -> None:
    parent, child = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _created(0.01, 2, "child", creator=1),
        _begins(0.01, 2),
        took=0.03,
    ).lanes
    assert _spans(parent) == [("running", 0.0, 0.01), ("ready", 0.01, 0.03)]
    assert _spans(child) == [("running", 0.01, 0.03)]
    assert (parent.created_by, child.created_by) == ("", "main")


def test_a_wait_in_an_unknown_line_keeps_the_line_before() -> None:
    unknown = e.Suspended(100.2, 1, None, "event", None, (), 0)
    lane = _lane(
        _created(0.0, 1), _begins(0.0, 1), _waits(0.1, 1, "event"), unknown, took=0.3
    )
    assert [span.line for span in lane.spans] == [5, 9, 9]


def test_eager_children_may_have_eager_children() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _created(0.01, 2, "child", creator=1),
        _created(0.02, 3, "grandchild", creator=2),
        _begins(0.02, 3),
        _ends(0.03, 3),
        _begins(0.01, 2),
        _ends(0.04, 2),
        _ends(0.05, 1),
    )
    parent, child, grandchild = history.lanes
    assert _spans(parent) == [
        ("running", 0.0, 0.01),
        ("ready", 0.01, 0.04),
        ("running", 0.04, 0.05),
    ]
    assert _spans(child) == [
        ("running", 0.01, 0.02),
        ("ready", 0.02, 0.03),
        ("running", 0.03, 0.04),
    ]
    assert _spans(grandchild) == [("running", 0.02, 0.03)]


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (_waits(0.1, 1, "task", 2), "for other"),
        (_waits(0.1, 1, "task", 99), "for a task"),
        (_waits(0.1, 1, "gather", 2), "for other"),
        (_waits(0.1, 1, "gather", 2, 2), "for other"),
        (_waits(0.1, 1, "gather", 2, 3), "for other and third"),
        (_waits(0.1, 1, "gather", 2, 3, 4), "for other, third and fourth"),
        (_waits(0.1, 1, "gather", 2, 3, 4, 5), "for other, third, fourth and 1 more"),
        (
            _waits(0.1, 1, "gather", 2, 3, 4, 5, more=40),
            "for other, third, fourth and 41 more",
        ),
        (_waits(0.1, 1, "gather"), "for what it gathers"),
        (_waits(0.1, 1, "sleep", until=1.5), "until 1.500 s"),
        (_waits(0.1, 1, "sleep"), "for a sleep whose end is unknown"),
        (_waits(0.1, 1, "event"), "for an event"),
        (_waits(0.1, 1, "wait"), "in asyncio.wait"),
        (_waits(0.1, 1, "task group"), "for its task group"),
        (_waits(0.1, 1, "something new"), "for a future"),
    ],
)
def test_what_a_task_waits_for_is_the_end_of_a_sentence(
    wait: Event, words: str
) -> None:
    names = ("main", "other", "third", "fourth", "fifth")
    history = _history(
        *(_created(0.0, number, name) for number, name in enumerate(names, 1)),
        _begins(0.0, 1),
        wait,
    )
    assert history.lanes[0].spans[-1].waits_for == words


def test_a_task_that_lets_others_in_is_ready_at_once() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "turn"),
        _begins(0.03, 1),
        _ends(0.04, 1),
    )
    assert _spans(lane)[1] == ("ready", 0.01, 0.03)


@pytest.mark.parametrize(
    ("named", "labels"),
    [
        ([("f", "Task-1"), ("g", "Task-2")], ["f", "g"]),
        ([("f", "Task-1"), ("f", "Task-2")], ["f 1", "f 2"]),
        ([("f", "given"), ("f", "Task-2")], ["given", "f"]),
        ([("f", "given"), ("f", "given")], ["given 1", "given 2"]),
        ([("f", "None"), ("f", "None")], ["f 1", "f 2"]),
        ([("main.<locals>.f", "Task-1")], ["f"]),
        ([("C.f", "Task-1")], ["C.f"]),
        ([("f", "f 1"), ("f", "Task-2"), ("f", "Task-3")], ["f 1", "f 2", "f 3"]),
    ],
)
def test_labels_tell_tasks_apart(
    named: list[tuple[str, str]], labels: list[str]
) -> None:
    events = [
        _created(0.0, number, coroutine, name)
        for number, (coroutine, name) in enumerate(named, 1)
    ]
    assert [lane.label for lane in _history(*events).lanes] == labels


def test_a_name_given_later_is_its_name() -> None:
    assert _lane(_created(0.0, 1), e.Named(100.1, 1, "late")).label == "late"


@pytest.mark.parametrize(
    "coroutine",
    ["BaseEventLoop.shutdown_asyncgens", "Process._noop", "Process._read_stream"],
)
def test_what_asyncio_does_for_itself_has_no_lane(coroutine: str) -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _ends(0.1, 1),
        _created(0.2, 2, coroutine),
        _begins(0.2, 2),
        _ends(0.3, 2),
    )
    assert [lane.label for lane in history.lanes] == ["main"]
    assert history.steps == 1


def test_a_task_that_was_cut_off_while_it_ran_ran_to_the_end() -> None:
    lane = _lane(_created(0.0, 1), _begins(0.5, 1), took=0.8)
    assert _spans(lane) == [("ready", 0.0, 0.5), ("holding", 0.5, 0.8)]
    assert (lane.end, lane.ended_at) == ("pending", None)


def test_a_task_that_was_cut_off_while_it_waited_waited_to_the_end() -> None:
    lane = _lane(_created(0.0, 1), _begins(0.0, 1), _waits(0.01, 1, "future"), took=0.8)
    assert _spans(lane)[-1] == ("suspended", 0.01, 0.8)
    assert lane.end == "pending"


def test_a_task_whose_last_steps_were_left_out_has_ended_all_the_same() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "future"),
        e.Failed(101.0, 1, "KeyError"),
        e.LeftOut(102.0, 3, 1000),
    )
    (lane,) = history.lanes
    assert _spans(lane)[-1] == ("suspended", 0.01, 1.0)
    assert (lane.end, lane.exception) == ("failed", "KeyError")
    assert (history.tasks_left_out, history.events_left_out) == (3, 1000)


def test_after_the_limit_nothing_is_known_but_the_end() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.1, 1, "turn"),
        _created(0.1, 2, "waiting"),
        _begins(0.2, 2),
        _created(0.2, 3, "holding"),
        e.LimitReached(100.3),
        _waits(0.4, 2, "event"),
        _created(0.5, 4, "late"),
        _ends(0.8, 3),
        _ends(0.9, 1),
        e.LeftOut(102.0, 0, 9),
    )
    by_label = {lane.label: lane for lane in history.lanes}
    assert _spans(by_label["main"])[-2:] == [
        ("ready", 0.1, 0.3),
        ("unrecorded", 0.3, 0.9),
    ]
    assert _spans(by_label["waiting"])[-2:] == [
        ("holding", 0.2, 0.4),
        ("unrecorded", 0.4, 2.0),
    ]
    assert _spans(by_label["holding"]) == [
        ("ready", 0.2, 0.3),
        ("unrecorded", 0.3, 0.8),
    ]
    assert _spans(by_label["late"]) == [("unrecorded", 0.5, 2.0)]


@pytest.mark.parametrize(
    ("event", "end", "exception"),
    [
        (e.Returned(100.01, 1), "done", ""),
        (e.Failed(100.01, 1, "ValueError"), "failed", "ValueError"),
        (e.Cancelled(100.01, 1), "cancelled", ""),
    ],
)
def test_how_a_task_ended(event: Event, end: str, exception: str) -> None:
    lane = _lane(_created(0.0, 1), _begins(0.0, 1), event)
    assert (lane.end, lane.exception) == (end, exception)


def test_a_request_to_cancel_counts_while_the_task_lives() -> None:
    lane = _lane(
        _created(0.0, 1),
        _begins(0.0, 1),
        _waits(0.01, 1, "sleep", until=1.0),
        e.CancelRequested(100.5, 1),
        _begins(0.5, 1),
        e.Cancelled(100.51, 1),
        e.CancelRequested(100.6, 1),
    )
    assert list(lane.cancels) == pytest.approx([0.5])
    assert _spans(lane)[1] == ("suspended", 0.01, 0.5)


def test_a_task_may_run_in_another_thread_than_it_was_created_in() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _created(0.1, 2, "other", creator=1),
        _begins(0.2, 2, LOOP + 1),
        _waits(0.3, 2, "turn"),
        _begins(0.3, 2, LOOP + 1),
        _ends(0.4, 2),
        _ends(0.5, 1),
    )
    assert _spans(history.lanes[0]) == [("holding", 0.0, 0.5)]


def test_loops_in_two_threads_do_not_split_each_others_steps() -> None:
    history = _history(
        _created(0.0, 1),
        _created(0.0, 2, "other"),
        _begins(0.0, 1),
        _begins(0.1, 2, LOOP + 1),
        _ends(0.2, 1),
        _ends(0.3, 2),
    )
    assert [_spans(lane)[-1] for lane in history.lanes] == [
        ("holding", 0.0, 0.2),
        ("holding", 0.1, 0.3),
    ]


def test_two_runs_are_told_one_after_the_other() -> None:
    history = _history(
        _created(0.0, 1),
        _begins(0.0, 1),
        _ends(0.1, 1),
        _created(1.0, 2),
        _begins(1.0, 2),
        _ends(1.1, 2),
    )
    assert [(lane.label, round(lane.created_at, 3)) for lane in history.lanes] == [
        ("main 1", 0.0),
        ("main 2", 1.0),
    ]
    assert history.steps == 2


def test_threads_have_lanes_of_their_own() -> None:
    history = _history(
        e.WorkBegins(100.1, 5, "work"),
        e.WorkBegins(100.2, 6, "other"),
        e.WorkEnds(100.3, 5),
        e.WorkBegins(100.4, 5, "work"),
        e.WorkEnds(100.5, 5),
    )
    first, second = history.lanes
    assert (first.label, first.kind, _spans(first)) == (
        "thread 1",
        "thread",
        [("running", 0.1, 0.3), ("running", 0.4, 0.5)],
    )
    # Its call was under way when the recording ended.
    assert _spans(second) == [("running", 0.2, 2.0)]
    assert [span.waits_for for span in (*first.spans, *second.spans)] == [
        "work",
        "work",
        "other",
    ]


def test_plain_callbacks_share_a_lane() -> None:
    lane = _lane(
        e.Callback(100.2, 100.1, "slow", 1),
        e.Callback(100.3, 100.29, "quick", 1),
    )
    assert (lane.kind, _spans(lane)) == (
        "callbacks",
        [("holding", 0.1, 0.2), ("running", 0.29, 0.3)],
    )


def test_idle_stretches_are_kept() -> None:
    history = _history(e.Idle(100.5, 100.1))
    ((begin, end),) = history.idle
    assert [begin, end] == pytest.approx([0.1, 0.5])


def test_events_about_unknown_tasks_are_ignored() -> None:
    events = (_begins(0.1, 9), _ends(0.2, 9), e.WorkEnds(100.3, 4))
    assert _history(*events).lanes == ()


def test_a_trace_of_nothing_is_a_history_of_nothing() -> None:
    assert _history() == History((), 2.0)


def test_a_damaged_trace_shows_nothing_and_why() -> None:
    trace = Trace((_created(0.0, 1), _waits(0.1, 1, "sleep", until=1)), is_damaged=True)
    history = build_history(trace, 100.0, 102.0)
    assert history == History((), 2.0, shortcoming="its trace was damaged")


@pytest.mark.parametrize(
    ("event", "shortcoming"),
    [
        (
            e.RecorderFailed(100.2, "OSError: no source"),
            "the recorder could not follow this program (OSError: no source)",
        ),
        (
            e.RecordingStopped(100.2, "No space left on device"),
            "the recording stopped before the program ended (No space left on device)",
        ),
    ],
)
def test_what_was_not_seen_is_not_guessed(event: Event, shortcoming: str) -> None:
    trace = Trace((_created(0.0, 1), _begins(0.0, 1), event))
    expected = History((), 2.0, shortcoming=shortcoming)
    assert build_history(trace, 100.0, 102.0) == expected


def test_a_foreign_loop_is_noted() -> None:
    assert _history(e.ForeignLoop(100.0, "uvloop.Loop")).foreign_loop
    assert not _history(e.LoopStarted(100.0, 1)).foreign_loop


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("worker", ["worker", "thread 1", "thread 2", "callbacks"]),
        ("thread 1", ["thread 1", "thread 2", "thread 3", "callbacks"]),
        ("callbacks", ["callbacks", "thread 1", "thread 2", "callbacks 2"]),
    ],
)
def test_no_other_lane_has_the_label_of_a_task(name: str, labels: list[str]) -> None:
    history = _history(
        _created(0.0, 1, name=name),
        e.WorkBegins(100.1, 8, "f"),
        e.WorkEnds(100.2, 8),
        e.WorkBegins(100.1, 9, "f"),
        e.WorkEnds(100.2, 9),
        e.Callback(100.4, 100.3, "g", 1),
    )
    assert [lane.label for lane in history.lanes] == labels
