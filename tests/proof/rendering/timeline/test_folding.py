"""Which lanes are drawn, and what is said of the others."""

from dataclasses import replace

from proof.rendering import timeline
from proof.rendering.timeline.folding import MOST_LANES, folded
from proof.runs.history import Lane

from .made import OVERDUE, crowd, drawn, lane, lanes_of, spans, words_of

HOLDS = lane("holds", ("holding", 0, 0.1))
FAILS = lane("fails", ("suspended", 0, 0.1), end="failed", exception="KeyError")


def _labels(number: int, **remarkable: Lane) -> list[str]:
    run = crowd(number, **remarkable)
    return [lane.label for lane in timeline.drawn_lanes(run)]


def test_twelve_are_all_drawn() -> None:
    assert len(_labels(12)) == 12
    assert folded(crowd(12)).notes == ()


def test_of_more_the_first_are_drawn_and_the_rest_counted() -> None:
    assert _labels(60) == [f"worker {n}" for n in range(12)]
    assert folded(crowd(60)).notes == ("and 48 more tasks",)
    picture = drawn(crowd(60))
    assert len(lanes_of(picture)) == MOST_LANES
    assert "and 48 more tasks" in words_of(picture)


def test_tasks_that_were_not_recorded_count_as_well() -> None:
    run = replace(crowd(60), tasks_left_out=241, events_left_out=1)
    assert folded(run).notes == ("and 289 more tasks", "1 event not recorded")
    assert folded(replace(crowd(12), tasks_left_out=1)).notes == ("and 1 more task",)


def test_who_holds_the_loop_or_fails_is_always_drawn() -> None:
    assert _labels(60, at_40=HOLDS, at_55=FAILS) == [
        *(f"worker {n}" for n in range(10)),
        "holds",
        "fails",
    ]


def test_too_many_of_those_are_counted() -> None:
    many = {f"at_{n}": replace(HOLDS, label=f"holds {n}") for n in range(20, 50)}
    assert _labels(60, **many) == [
        *(f"worker {n}" for n in range(4)),
        *(f"holds {n}" for n in range(20, 28)),
    ]
    assert folded(crowd(60, **many)).notes == (
        "and 48 more tasks, 22 of which held the loop or failed",
    )


def test_threads_are_counted_by_themselves() -> None:
    threads = {
        f"at_{n}": Lane("thread", f"{n}", 0, "", spans(("running", 0, 0.1)), "done")
        for n in range(50, 60)
    }
    (note,) = folded(crowd(60, **threads)).notes
    assert note == "and 38 more tasks and 10 more threads"


def test_callbacks_are_drawn_however_private_their_names() -> None:
    ticks = spans(("running", 0.1, 0.101), ("running", 0.2, 0.201), waits_for="_tick")
    own = Lane("callbacks", "callbacks", 0.1, "", ticks, "done")
    run = replace(OVERDUE, lanes=(*OVERDUE.lanes, own))
    assert folded(run).lanes[-1] == own
    assert folded(run).notes == ()
