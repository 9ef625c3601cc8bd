"""The sentence that a replay shows at a moment."""

from collections.abc import Sequence

import pytest

from proof.rendering.replay.moments import moments_of, scene_of
from proof.rendering.replay.sentences import sentence
from proof.rendering.timeline.wording import Clock
from proof.runs.history import History, Kind, Lane, Place, Span
from proof.runs.run import Line

CLOCK = Clock(fine=False)
CODE = ("def f():", "    time.sleep(1)")


def lane(
    *spans: Span,
    label: str = "a",
    kind: Kind = "task",
    ended_at: float | None = None,
) -> Lane:
    return Lane(kind, label, 0.0, "", spans, "done", ended_at)


def said(
    *lanes: Lane,
    at: float = 0,
    lines: Sequence[Line] = (),
    idle: Sequence[tuple[float, float]] = (),
) -> str:
    """The sentence at a time, with names in brackets."""
    scene = scene_of(History(lanes, 9.0, idle=tuple(idle)), lines, code=CODE)
    (moment,) = (one for one in moments_of(scene) if one.at == at)
    pieces = sentence(scene, moment, CLOCK)
    return "".join(
        f"[{lanes[piece].label}]" if isinstance(piece, int) else piece
        for piece in pieces
    )


FIRST = Span("ready", 0, 1)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span("ready", 1, 2, 4), "[a] is ready to go on at line 4."),
        (Span("running", 1, 2, 4), "[a] starts at line 4."),
        (Span("running", 1, 2), "[a] starts."),
        (Span("running", 1, 2, 4, steps=9), "[a] runs at line 4, in 9 short steps."),
        (
            Span("holding", 1, 2, 4),
            "[a] starts at line 4 and holds the loop for 1.000 s.",
        ),
        (Span("suspended", 1, 2, 4, "for b"), "[a] is suspended at line 4 for b."),
        (Span("suspended", 1, 2), "[a] is suspended."),
        (
            Span("overdue", 1, 2, 4, "until 1.000 s", 1.0),
            "[a] is overdue at line 4: it was due at 1.000 s.",
        ),
        (Span("overdue", 1, 2, 4), "[a] is overdue at line 4."),
    ],
)
def test_beginning_of_a_span(span: Span, words: str) -> None:
    assert said(lane(FIRST, span), at=1) == words


def test_task_that_is_created_is_not_one_that_is_ready_again() -> None:
    assert said(lane(FIRST)) == "[a] is created, ready to start."


def test_task_that_ran_before_goes_on() -> None:
    spans = (Span("running", 0, 1), Span("suspended", 1, 2), Span("running", 2, 3, 7))
    assert said(lane(*spans), at=2) == "[a] goes on at line 7."


@pytest.mark.parametrize(
    ("end", "exception", "words"),
    [
        ("done", "", "is done"),
        ("cancelled", "", "is cancelled"),
        ("failed", "ValueError", "ends with ValueError"),
        ("failed", "", "fails"),
    ],
)
def test_end_of_a_task(end: str, exception: str, words: str) -> None:
    ended = Lane("task", "a", 0.0, "", (), end, 2.0, exception=exception)  # type: ignore[arg-type]
    assert said(ended, at=2) == f"[a] {words}."


def test_cancellation_is_not_the_end() -> None:
    asked = Lane("task", "a", 0.0, "", (), "done", 2.0, cancels=(1.0,))
    assert said(asked, at=1) == "[a] is asked to cancel."


def test_threads_and_callbacks_run_functions() -> None:
    thread = lane(Span("running", 0, 1, waits_for="work()"), label="t", kind="thread")
    assert said(thread) == "[t] runs work() beside the loop."
    assert said(thread, at=1) == "[t] has run work()."
    calls = lane(Span("holding", 0, 1, steps=3), label="c", kind="callbacks")
    assert said(calls) == "The loop runs 3 calls and holds the loop for 1.000 s."
    once = lane(Span("running", 0, 1), label="c", kind="callbacks")
    assert said(once) == "The loop runs 1 call."


def printed(text: str, at: float = 1.0, by: str = "a", line: int | None = 7) -> Line:
    return Line(text, "stdout", at, by, line)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([printed("One")], "[a] prints “One”, at line 7."),
        ([printed("One", line=None)], "[a] prints “One”."),
        ([printed("  ")], "[a] prints an empty line, at line 7."),
        ([printed("x" * 41)], f"[a] prints “{'x' * 40}…”, at line 7."),
        ([printed("x" * 40)], f"[a] prints “{'x' * 40}”, at line 7."),
        ([printed("A"), printed("B")], "[a] prints “A” and 1 more line, at line 7."),
        ([printed("A")] * 3, "[a] prints “A” and 2 more lines, at line 7."),
        ([printed("A", by="")], "“A” is printed."),
        ([printed("A", by="")] * 2, "“A” and 1 more line are printed."),
        (
            [printed("A"), printed("B", by="")],
            "[a] prints “A”, at line 7; “B” is printed.",
        ),
    ],
)
def test_printed_lines(lines: list[Line], words: str) -> None:
    assert said(lane(Span("running", 0, 2)), at=1, lines=lines) == words


def sleeper(label: str, due: float | None, line: int = 9) -> Lane:
    until = "for a lock" if due is None else f"until {due:.3f} s"
    return lane(Span("suspended", 0, 5, line, until, due), label=label)


def test_idle_loop_names_who_is_due_next() -> None:
    lanes = (sleeper("a", 3.0), sleeper("b", 2.0), sleeper("c", None))
    assert said(*lanes, at=1, idle=[(1, 2)]) == (
        "[b] is suspended at line 9 until 2.000 s; the loop is idle."
    )
    assert said(*lanes, at=2, idle=[(1, 2)]) == "The loop wakes up."


def test_idle_loop_names_those_that_wait_alike() -> None:
    lanes = [sleeper(f"n{number}", 3.0) for number in range(6)]
    assert said(*lanes[:2], at=1, idle=[(1, 2)]) == (
        "[n0] and [n1] are suspended at line 9 until 3.000 s; the loop is idle."
    )
    assert said(*lanes, at=1, idle=[(1, 2)]) == (
        "[n0], [n1], [n2], [n3] and 2 more are suspended at line 9 until 3.000 s; "
        "the loop is idle."
    )


def test_idle_loop_without_tasks() -> None:
    assert said(lane(), at=1, idle=[(1, 2)]) == "The loop is idle."


def test_idle_loop_is_mentioned_whatever_happens_meanwhile() -> None:
    assert (
        said(sleeper("a", 5.0), at=1.5, lines=[printed("x", 1.5, by="")], idle=[(1, 2)])
        == "“x” is printed; the loop is idle."
    )


def test_who_holds_the_loop_is_mentioned_until_it_ends() -> None:
    holder = lane(Span("holding", 0, 4, 3), label="h")
    other = lane(Span("ready", 1, 4), label="o")
    assert said(holder, other, at=1) == (
        "[o] is created, ready to start; "
        "[h] holds the loop until 4.000 s, somewhere after line 3."
    )
    assert said(holder, at=1, lines=[printed("x", by="h")]) == (
        "[h] prints “x”, at line 7; "
        "it holds the loop until 4.000 s, somewhere after line 7."
    )


def _holding(label: str = "h", kind: Kind = "task") -> Lane:
    places = (Place(1, 2, (2,)), Place(2, 2.5, (3, 4)), Place(2.6, 4, (9,)))
    span = Span("holding", 0, 4, 1, waits_for="late", places=places)
    return lane(span, label=label, kind=kind)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (1, "[h] holds the loop in “time.sleep(1)”, line 2, until 2.000 s."),
        (2, "[h] holds the loop in lines 3 and 4, until 2.500 s."),
        (2.6, "[h] holds the loop in line 9, until 4.000 s."),
    ],
)
def test_where_a_step_stands_is_a_moment(at: float, words: str) -> None:
    assert said(_holding(), at=at) == words


def test_so_it_is_of_a_callback() -> None:
    assert said(_holding("callbacks", "callbacks"), at=1) == (
        "The loop is held by late in “time.sleep(1)”, line 2, until 2.000 s."
    )


def test_of_a_shorter_step_it_is_where_it_computes() -> None:
    span = Span("running", 1, 1.04, 1, places=(Place(1.001, 1.04, (2,)),))
    assert said(lane(FIRST, span), at=1.001) == (
        "[a] computes in “time.sleep(1)”, line 2, until 1.040 s."
    )


def test_who_holds_the_loop_is_mentioned_with_its_line() -> None:
    other = lane(Span("ready", 1.5, 4), label="o")
    assert said(_holding(), other, at=1.5) == (
        "[o] is created, ready to start; "
        "[h] holds the loop in “time.sleep(1)”, line 2, until 2.000 s."
    )


def test_between_what_is_known_nothing_is_said() -> None:
    assert said(_holding(), at=2.55, lines=[printed("x", 2.55, by="h")]) == (
        "[h] prints “x”, at line 7; it holds the loop until 4.000 s."
    )


def test_end_of_the_run() -> None:
    assert said(lane(Span("running", 0, 9)), at=9) == "The run is over after 9.000 s."


def test_text_that_cannot_be_shown_has_a_stand_in() -> None:
    waits = lane(Span("suspended", 0, 1, waits_for="for \x1b"))
    assert said(waits) == "[a] is suspended for ␛."
    assert said(lane(), at=1, lines=[printed("\x1b", by="")]) == "“␛” is printed."
