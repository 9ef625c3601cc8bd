"""The picture as numbers: who, when, how long."""

from dataclasses import replace
from itertools import pairwise

import pytest

from proof.rendering.timeline.layout import picture_of
from proof.rendering.timeline.marks import MarkKind
from proof.runs.history import Span

from .made import (
    BLOCKING,
    ENDS,
    OVERDUE,
    OVERDUE_LINES,
    THREE_COUNTS,
    THREE_LINES,
    TURNS,
    Spent,
    all_of,
    beats,
    drawn,
    hello,
    history,
    lane,
    lanes_of,
    line,
    percent,
    shapes_of,
    tag,
    words_of,
)


def test_lanes_are_in_order_of_creation_with_their_names() -> None:
    picture = drawn(OVERDUE)
    names = [words_of(one)[0] for one in lanes_of(picture)]
    assert names == ["main", "a", "rude", "b"]
    placed = [all_of(one, "proof-name")[0] for one in lanes_of(picture)]
    tops = [float(name.get("y", "")) for name in placed]
    assert tops == sorted(set(tops))
    assert [one.get("data-lane") for one in lanes_of(picture)] == list("0123")


def test_widths_are_to_scale() -> None:
    bars = shapes_of(drawn(BLOCKING), "holding")
    for number, bar in enumerate(bars):
        assert percent(bar, "width") == pytest.approx(97 * 0.9997 / 3.0001, abs=0.02)
        begins = 1.5 + 97 * (number + 0.0002) / 3.0001
        assert percent(bar, "x") == pytest.approx(begins, abs=0.02)
    assert len(bars) == 3


def test_three_seconds_look_three_times_as_long_as_one() -> None:
    one, three = drawn(THREE_COUNTS, scale=3.0001), drawn(BLOCKING, scale=3.0001)
    short = percent(all_of(one, "proof-life")[1], "x2") - 1.5
    long = sum(percent(bar, "width") for bar in shapes_of(three, "holding"))
    assert long == pytest.approx(3 * short, rel=0.01)
    assert "over after 1.00 s" in words_of(one)
    assert not any("over after" in words for words in words_of(three))


def test_who_holds_the_loop_is_in_the_style_of_a_warning_and_labelled() -> None:
    picture = drawn(OVERDUE)
    (bar,) = shapes_of(picture, "holding")
    assert bar in list(lanes_of(picture)[2])
    assert float(bar.get("height", "")) > float(
        shapes_of(drawn(TURNS), "running")[0].get("height", "")
    )
    (label,) = all_of(picture, "proof-holding")
    assert label.text == "holds the loop 0.60 s"
    middle = percent(bar, "x") + percent(bar, "width") / 2
    assert percent(label, "x") == pytest.approx(middle, abs=0.02)


def test_overdue_begins_where_it_is_due_and_ends_where_it_ran() -> None:
    picture = drawn(OVERDUE)
    first, _ = shapes_of(picture, "overdue")
    took = OVERDUE.took
    assert percent(first, "x") == pytest.approx(1.5 + 97 * 0.4 / took, abs=0.02)
    ends = percent(first, "x") + percent(first, "width")
    assert ends == pytest.approx(1.5 + 97 * 0.7001 / took, abs=0.02)
    due = all_of(picture, "proof-due")
    assert [percent(mark, "x1") for mark in due] == [percent(first, "x")] * 2
    assert words_of(picture).count("due") == 2
    assert words_of(picture).count("0.30 s late") == 2
    assert first.get("fill") == "url(#x-overdue)"


def test_a_timer_that_is_hardly_late_is_not_called_so() -> None:
    late = lane(
        "a",
        Span("suspended", 0, 0.5, 3, "until 0.500 s", 0.5),
        Span("overdue", 0.5, 0.507, 3, "until 0.500 s", 0.5),
        Span("suspended", 0.507, 1.0),
    )
    picture = drawn(history(late))
    assert not all_of(picture, "proof-due")
    assert not any("late" in words for words in words_of(picture))


def test_instants_keep_a_visible_width() -> None:
    ticks = shapes_of(drawn(THREE_COUNTS), "running")
    assert len(ticks) == 8
    for tick in ticks:
        assert tag(tick) == "line"
        assert tick.get("x1") == tick.get("x2")


def test_a_short_step_that_holds_the_loop_of_a_long_run_is_seen() -> None:
    long = history(
        lane("a", ("suspended", 0, 30), ("holding", 30, 30.06), ("ready", 30.06, 60))
    )
    picture = drawn(long)
    (tick,) = shapes_of(picture, "holding")
    assert tag(tick) == "line"
    assert "holds the loop 60 ms" in words_of(picture)


def test_what_was_before_zero_begins_at_zero() -> None:
    for run in (THREE_COUNTS, TURNS):
        life = all_of(drawn(run), "proof-life")[0]
        assert percent(life, "x1") == 1.5


def test_steps_are_beside_each_other() -> None:
    picture = drawn(TURNS)
    bars = sorted(shapes_of(picture, "running"), key=lambda bar: percent(bar, "x"))
    for one, other in pairwise(bars):
        assert percent(one, "x") + percent(one, "width") <= percent(other, "x") + 0.01
    order = {one: n for n, row in enumerate(lanes_of(picture)) for one in row}
    assert [order[bar] for bar in bars] == [0, 1, 2, 1, 2, 0]


def test_dots_are_under_the_lane_that_printed() -> None:
    picture = drawn(OVERDUE, OVERDUE_LINES)
    dots = [len(all_of(one, "proof-dot")) for one in lanes_of(picture)]
    assert dots == [0, 2, 2, 2]
    for one in lanes_of(picture)[1:]:
        name, bottom = all_of(one, "proof-name")[0], all_of(one, "proof-dot")[0]
        assert float(bottom.get("cy", "")) - float(name.get("y", "")) == 34


def test_lines_that_come_together_share_a_dot_and_are_counted() -> None:
    lines = hello("main", at=(0.1, 0.1001, 0.1002))
    picture = drawn(THREE_COUNTS, lines)
    (dot,) = all_of(picture, "proof-dot")
    assert "".join(dot.itertext()) == "0.100 s: Word 0 / Word 1 / Word 2"
    assert "Word 0 +2" in words_of(picture)


def test_what_went_to_stderr_has_a_dot_of_its_own_kind() -> None:
    lines = [line("oh", 0.1, stream="stderr"), line("well", 0.5)]
    dots = all_of(drawn(THREE_COUNTS, lines), "proof-dot")
    assert [dot.get("data-mark") for dot in dots] == ["stderr", "printed"]


def test_every_end_has_a_mark_of_its_own() -> None:
    marks = {
        placed.lane.label: [mark.kind for mark in placed.marks]
        for placed in picture_of(ENDS, ()).lanes
    }
    assert marks == {
        "main": [MarkKind.DONE],
        "fails": [MarkKind.FAILED],
        "stopped": [MarkKind.CANCEL, MarkKind.CANCELLED],
        "never": [MarkKind.PENDING],
        "thread 1": [],
        "callbacks": [],
    }
    said = words_of(drawn(ENDS))
    assert {"ValueError", "cancelled", "never ended", "cancel requested"} <= set(said)


def test_what_never_ended_goes_on_to_the_edge() -> None:
    never = lanes_of(drawn(ENDS))[3]
    assert percent(all_of(never, "proof-life")[0], "x2") == 98.5
    assert percent(all_of(never, "proof-mark")[0], "x") > 98.5


def test_threads_look_different_and_hold_no_loop() -> None:
    picture = drawn(ENDS)
    thread, callbacks = lanes_of(picture)[4:]
    assert [thread.get("data-kind"), callbacks.get("data-kind")] == [
        "thread",
        "callbacks",
    ]
    assert [len(shapes_of(thread, kind)) for kind in ("thread", "holding")] == [1, 0]
    assert len(shapes_of(callbacks, "call")) == 1
    assert not all_of(thread, "proof-life")


def test_thousands_of_steps_become_one_stretch_that_is_counted() -> None:
    picture = drawn(beats(5000))
    (stretch,) = shapes_of(picture, "many")
    assert percent(stretch, "width") > 96
    assert not shapes_of(picture, "running")
    assert "5,000 short steps" in words_of(picture)


def test_steps_that_were_merged_before_are_counted() -> None:
    merged = [Span("running", n, n + 1.0, 3, steps=20) for n in range(50)]
    picture = drawn(history(lane("beat", *merged)))
    assert sum(len(shapes_of(picture, kind)) for kind in ("many", "running")) <= 50
    assert not shapes_of(picture, "running")


def test_many_ticks_are_drawn_as_such() -> None:
    spent: list[Spent] = []
    for n in range(40):
        spent += [("running", n, n + 0.01), ("suspended", n + 0.01, n + 1)]
    picture = drawn(history(lane("beat", *spent)))
    assert len(shapes_of(picture, "running")) == 40


@pytest.mark.parametrize("took", [0.0, 1e-9, 0.01, 5.0])
def test_a_run_of_any_length_can_be_drawn(took: float) -> None:
    for one in (
        history(lane("main"), took=took),
        history(lane("main", ("running", 0.0, took)), took=took),
        history(lane("main", ("running", 0.0, 0.0)), took=took),
        history(lane("main", ("running", 0.0, took), end="pending"), took=took),
    ):
        assert len(lanes_of(drawn(one, THREE_LINES))) == 1
        scaled = drawn(replace(one, took=took), THREE_LINES, scale=5.0)
        assert len(lanes_of(scaled)) == 1
