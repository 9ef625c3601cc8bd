"""What happens in a run, moment by moment."""

import pytest

from proof.rendering.replay.moments import Scene, moments_of, scene_of, span_at
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line


def task(*spans: Span, label: str = "a", cancels: tuple[float, ...] = ()) -> Lane:
    return Lane("task", label, 0.0, "", spans, "done", 0.5, cancels=cancels)


def kinds(scene: Scene) -> list[tuple[float, list[str]]]:
    return [
        (moment.at, [event.kind for event in moment.events])
        for moment in moments_of(scene)
    ]


def test_moments_are_in_order() -> None:
    history = History(
        (task(Span("running", 0, 0.25), Span("overdue", 0.4, 0.5), cancels=(0.3,)),),
        0.6,
        idle=((0.25, 0.4),),
    )
    lines = (Line("late", "stdout", 0.7), Line("x", "stdout", 0.2, lane="a"))
    assert kinds(scene_of(history, lines)) == [
        (0, ["begins"]),
        (0.2, ["prints"]),
        (0.25, ["idle"]),
        (0.3, ["cancel"]),
        (0.4, ["wakes", "begins"]),
        (0.5, ["ends"]),
        (0.6, ["over"]),
        (0.7, ["prints"]),
    ]


def test_what_a_clock_cannot_separate_is_one_moment() -> None:
    history = History((task(Span("running", 0.00000004, 0.5)),), 0.50000004)
    assert kinds(scene_of(history, ())) == [(0, ["begins"]), (0.5, ["ends", "over"])]


def test_only_what_runs_beside_the_loop_stops() -> None:
    thread = Lane("thread", "t", 0.0, "", (Span("running", 0.1, 0.2),), "done", 0.2)
    assert kinds(scene_of(History((thread,), 1.0), ())) == [
        (0.1, ["begins"]),
        (0.2, ["stops"]),
        (1.0, ["over"]),
    ]


def test_idle_stretches_between_merged_steps_are_left_out() -> None:
    beats = task(
        Span("running", 0.1, 0.3, steps=20), Span("suspended", 0.3, 0.9, steps=1)
    )
    history = History((beats,), 1.0, idle=((0.15, 0.16), (0.2, 0.21), (0.4, 0.8)))
    assert scene_of(history, ()).idle == ((0.4, 0.8),)


def test_lines_belong_to_drawn_lanes() -> None:
    lines = (Line("x", "stdout", 0.1, lane="b"), Line("y", "stdout", 0.2, lane="a"))
    lanes = (task(label="a"), task(label="b"))
    moments = moments_of(scene_of(History(lanes, 1.0), lines, lanes[1:]))
    assert [m.events[0].lane for m in moments if m.events[0].line] == [0, None]


@pytest.mark.parametrize(
    ("at", "state"),
    [(-0.1, None), (0, "running"), (0.2, "suspended"), (0.3, None), (0.45, "running")],
)
def test_span_at_a_moment_is_what_follows_it(at: float, state: str | None) -> None:
    lane = task(
        Span("running", 0, 0.2), Span("suspended", 0.2, 0.3), Span("running", 0.4, 0.5)
    )
    found = span_at(lane, at)
    assert (found and found.state) == state
