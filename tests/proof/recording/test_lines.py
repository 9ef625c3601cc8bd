"""Lines from a pipe get the times at which the recorder saw them being written."""

from collections.abc import Iterable, Iterator

import pytest

from proof.recording.events import Written
from proof.recording.lines import in_order_of_arrival, timed_lines
from proof.recording.trace import Trace
from proof.runs.run import Line, Stream

# A line, and the number of the task that wrote it.
Found = tuple[Line, int | None]


def _written(
    at: float,
    content: bytes,
    stream: Stream = "stdout",
    task: int | None = None,
    line: int | None = None,
) -> Written:
    return Written(at, stream, content, task, line)


def _trace(*written: tuple[float, bytes]) -> Trace:
    return Trace(tuple(_written(at, content) for at, content in written))


def _lines(
    received: Iterable[tuple[float, bytes]],
    trace: Trace | None = None,
    zero: float = 100.0,
    stream: Stream = "stdout",
) -> list[tuple[float, str]]:
    lines = timed_lines(tuple(received), trace or Trace(), stream, zero)
    return [(line.at, line.text) for line, _ in lines]


def test_the_recorders_time_counts() -> None:
    trace = _trace((101.0, b"One\n"), (102.0, b"Two\n"))
    assert _lines([(105.0, b"One\nTwo\n")], trace) == [(1.0, "One"), (2.0, "Two")]


def test_without_a_recorder_it_is_when_a_line_was_received() -> None:
    assert _lines([(101.0, b"One\n"), (102.0, b"Two\n")]) == [
        (1.0, "One"),
        (2.0, "Two"),
    ]


def test_a_line_has_the_time_at_which_its_end_was_written() -> None:
    written = _trace((101.0, b"O"), (102.0, b"n"), (103.0, b"e\nT"), (104.0, b"wo\n"))
    assert _lines([(109.0, b"One\nTwo\n")], written) == [(3.0, "One"), (4.0, "Two")]
    assert _lines([(101.0, b"On"), (102.0, b"e\n")]) == [(2.0, "One")]


def test_a_last_line_without_an_end_is_a_line() -> None:
    trace = _trace((101.0, b"One\n"), (102.0, b"Tw"))
    assert _lines([(105.0, b"One\nTw")], trace) == [(1.0, "One"), (2.0, "Tw")]


def test_an_end_begins_no_line() -> None:
    assert [text for _, text in _lines([(1.0, b"One\n"), (2.0, b"")])] == ["One"]


def test_blank_lines_are_lines() -> None:
    trace = _trace((101.0, b"\n\n"), (102.0, b"x\n"))
    assert _lines([(105.0, b"\n\nx\n")], trace) == [(1.0, ""), (1.0, ""), (2.0, "x")]


def test_what_others_write_between_has_the_time_of_its_receipt() -> None:
    trace = _trace((101.0, b"own\n"), (103.0, b"own\n"))
    received = [(101.1, b"own\n"), (102.1, b"foreign\n"), (103.1, b"own\n")]
    assert _lines(received, trace) == [(1.0, "own"), (2.1, "foreign"), (3.0, "own")]


def test_a_line_of_others_is_not_taken_for_its_own_that_comes_later() -> None:
    trace = _trace((103.0, b"same\n"))
    received = [(101.0, b"same\n"), (103.5, b"same\n")]
    assert _lines(received, trace) == [(1.0, "same"), (3.0, "same")]


def test_what_others_write_into_a_line_disturbs_no_other() -> None:
    trace = _trace((101.0, b"half"), (102.0, b" a line\n"), (103.0, b"next\n"))
    received = [(102.5, b"half(foreign) a line\n"), (103.5, b"next\n")]
    assert _lines(received, trace) == [(2.5, "half(foreign) a line"), (3.0, "next")]


def test_a_line_lost_on_its_way_does_not_lose_the_others() -> None:
    trace = _trace((101.0, b"lost\n"), (102.0, b"found\n"), (103.0, b"too\n"))
    assert _lines([(105.0, b"found\ntoo\n")], trace) == [(2.0, "found"), (3.0, "too")]


def test_times_of_one_stream_never_go_back() -> None:
    trace = _trace((102.0, b"own\n"))
    received = [(101.0, b"foreign\n"), (103.0, b"foreign\nown\n")]
    assert _lines(received, trace) == [(1.0, "foreign"), (3.0, "foreign"), (3.0, "own")]


def test_before_zero_times_are_negative() -> None:
    trace = _trace((99.5, b"early\n"))
    assert _lines([(105.0, b"early\n")], trace) == [(-0.5, "early")]


def test_a_blink_before_zero_is_zero() -> None:
    ((at, _),) = _lines([(1.0, b"x\n")], zero=1.0 + 1e-9)
    assert str(at) == "0.0"


def test_streams_are_kept_apart() -> None:
    trace = Trace((_written(101.0, b"x\n", "stderr"), _written(102.0, b"x\n")))
    received = [(105.0, b"x\n")]
    assert _lines(received, trace, stream="stdout") == [(2.0, "x")]
    assert _lines(received, trace, stream="stderr") == [(1.0, "x")]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xc3\xa9\n", "café"),
        (b"caf\xe9\n", "caf\\xe9"),
        (b"a\rb\r\n", "a\rb\r"),
        (b"\x1b[1m\x00\n", "\x1b[1m\x00"),
    ],
)
def test_bytes_become_text_and_nothing_is_lost(content: bytes, text: str) -> None:
    assert [line for _, line in _lines([(1.0, content)])] == [text]


def test_a_character_may_arrive_in_two_pieces() -> None:
    received = [(101.0, b"caf\xc3"), (102.0, b"\xa9\n")]
    assert _lines(received) == [(2.0, "café")]


def test_two_streams_become_one_sequence() -> None:
    out = [Line("a", "stdout", 1.0), Line("d", "stdout", 3.0), Line("e", "stdout", 3.0)]
    err = [Line("b", "stderr", 1.0), Line("c", "stderr", 2.0)]
    lines = in_order_of_arrival(_by_task_3(out), _by_task_3(err))
    assert "".join(line.text for line, _ in lines) == "abcde"
    assert {task for _, task in lines} == {3}


def _by_task_3(lines: Iterable[Line]) -> Iterator[Found]:
    return ((line, 3) for line in lines)


def test_a_line_comes_with_the_task_and_the_place_that_ended_it() -> None:
    trace = Trace(
        (
            _written(101.0, b"On", task=1, line=7),
            _written(102.0, b"e\n", task=2, line=8),
            _written(103.0, b"Two\n"),
        )
    )
    received = [(105.0, b"One\nforeign\nTwo\n")]
    found = timed_lines(received, trace, "stdout", 100.0)
    assert [(line.text, line.source_line, task) for line, task in found] == [
        ("One", 8, 2),
        ("foreign", None, None),
        ("Two", None, None),
    ]
