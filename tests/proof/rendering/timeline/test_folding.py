"""Which lanes are drawn, and what is said of the others."""

from dataclasses import replace

from proof.rendering import timeline
from proof.rendering.timeline.folding import MOST_DRAWN, folded
from proof.runs.history import Lane

from .made import (
    OVERDUE,
    alike,
    all_of,
    crowd,
    drawn,
    hello,
    lane,
    lanes_of,
    main,
    spans,
    words_of,
)

HOLDS = lane("holds", ("holding", 0, 0.1))
FAILS = lane("fails", ("suspended", 0, 0.1), end="failed", exception="KeyError")


def _labels(number: int, **remarkable: Lane) -> list[str]:
    run = crowd(number, **remarkable)
    return [row.lane.label for row in timeline.drawn_rows(run)]


def test_twelve_are_all_drawn() -> None:
    assert len(_labels(12)) == 12
    assert folded(crowd(12)).notes == ()


def test_of_more_the_first_are_drawn_and_the_rest_counted() -> None:
    assert _labels(60) == [f"worker {n}" for n in range(12)]
    assert folded(crowd(60)).notes == ("and 48 more tasks",)
    picture = drawn(crowd(60))
    assert len(lanes_of(picture)) == MOST_DRAWN
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
    assert folded(run).rows[-1].lane == own
    assert folded(run).notes == ()


def test_tasks_that_did_the_same_share_a_row_that_says_so() -> None:
    few, many = alike(12), alike(59, left_out=943)
    assert len(folded(few).rows) == 12
    (row,) = folded(many).rows
    assert (row.lane.label, row.number, folded(many).notes) == (
        "worker \N{MULTIPLICATION SIGN}1,002",
        1002,
        (),
    )
    picture = drawn(many, hello("worker 3", "worker 777", "main", at=[0.1]))
    (lane,) = lanes_of(picture)
    assert len(all_of(lane, "proof-strip")) == len(row.drawn) == 5
    assert len(all_of(lane, "proof-done")) == 0
    assert "all did the same; 5 are drawn" in words_of(lane)
    assert "Word 0 +1" in words_of(lane)


def test_from_the_first_to_the_last_are_drawn() -> None:
    (row,) = folded(alike(60)).rows
    assert (row.drawn[0].label, row.drawn[-1].label) == ("worker 0", "worker 59")
    ends = [lane.ended_at for lane in row.members if lane.ended_at is not None]
    assert row.lane.ended_at == max(ends)
    assert row.lane.spans[-1].end == max(ends)


def test_a_row_of_several_is_put_into_words_and_into_the_table() -> None:
    picture = drawn(alike(60))
    (words,) = all_of(picture, "proof-words")
    said = "".join(words.itertext())
    assert said.startswith(
        "worker \N{MULTIPLICATION SIGN}60: 60 tasks that did the same"
    )
    assert "worker 0: Created at" in said
    assert "worker 59: Created at" in said
    (table,) = all_of(picture, "proof-facts")
    assert "60 tasks that did the same" in "".join(table.itertext())


def test_what_did_something_else_has_a_row_of_its_own() -> None:
    many = alike(20)
    lanes = [*many.lanes[:10], HOLDS, FAILS, *many.lanes[10:]]
    rows = folded(replace(many, lanes=tuple(lanes))).rows
    assert [row.lane.label for row in rows] == [
        "worker \N{MULTIPLICATION SIGN}20",
        "holds",
        "fails",
    ]


def test_tasks_of_libraries_share_a_row_that_does_not_call_them_alike() -> None:
    own = (main(1.0, "for them"), *(lane(f"own {n}", ("ready", 0, 1)) for n in "ab"))
    own = tuple(replace(one, spans=(replace(one.spans[0], line=3),)) for one in own)
    foreign = (lane(f"Pool.step{n}", ("suspended", 0, n + 1)) for n in range(15))
    run = replace(alike(1), lanes=(*own, *foreign))
    *_, row = folded(run).rows
    assert (row.lane.label, row.remarks) == ("15 tasks of libraries", ("5 are drawn",))
    assert "did the same" not in "".join(drawn(run).itertext())
