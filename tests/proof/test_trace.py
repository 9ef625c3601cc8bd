"""Reading a trace file, however it ends."""

from pathlib import Path

import pytest

from proof.trace import Trace, Written, read_trace

_ARMED = b'{"event":"armed","at":10.5,"since":10.25}\n'


@pytest.fixture
def read(tmp_path: Path) -> "_Read":
    return _Read(tmp_path / "trace.jsonl")


class _Read:
    """Reads what a file with some content says."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, *content: bytes) -> Trace:
        self._path.write_bytes(b"".join(content))
        return read_trace(self._path)


def _event(name: str, at: float) -> bytes:
    return b'{"event":"%s","at":%.1f}\n' % (name.encode(), at)


def test_a_whole_trace_says_everything(read: _Read) -> None:
    trace = read(
        _ARMED,
        b'{"event":"written","at":11.0,"stream":"stdout","bytes":"4f6e650a"}\n',
        _event("loop_started", 12),
        b'{"event":"written","at":13.0,"stream":"stderr","bytes":"ff00"}\n',
        _event("loop_stopped", 14),
        _event("main_ended", 15),
    )
    assert trace == Trace(
        since=10.25,
        armed_at=10.5,
        loops_started=(12.0,),
        loops_stopped=(14.0,),
        main_ended_at=15.0,
        written=(Written(11.0, "stdout", b"One\n"), Written(13.0, "stderr", b"\xff\0")),
    )


def test_what_was_written_is_told_by_stream(read: _Read) -> None:
    trace = read(
        _ARMED,
        b'{"event":"written","at":1.0,"stream":"stdout","bytes":"61"}\n',
        b'{"event":"written","at":2.0,"stream":"stderr","bytes":"62"}\n',
        b'{"event":"written","at":3.0,"stream":"stdout","bytes":"63"}\n',
    )
    assert trace.written_to("stdout") == [(1.0, b"a"), (3.0, b"c")]
    assert trace.written_to("stderr") == [(2.0, b"b")]


def test_zero_is_the_start_of_the_first_loop(read: _Read) -> None:
    trace = read(_ARMED, _event("loop_started", 12), _event("loop_started", 13))
    assert trace.zero == 12.0


def test_without_a_loop_zero_is_the_start_of_the_program(read: _Read) -> None:
    assert read(_ARMED).zero == 10.5


def test_it_ends_when_the_last_loop_stops(read: _Read) -> None:
    trace = read(
        _ARMED,
        _event("loop_started", 12),
        _event("loop_stopped", 13),
        _event("loop_started", 14),
        _event("loop_stopped", 15),
        _event("main_ended", 20),
    )
    assert trace.end == 15.0


def test_without_a_loop_it_ends_with_the_program(read: _Read) -> None:
    assert read(_ARMED, _event("main_ended", 20)).end == 20.0


def test_a_loop_that_was_cut_off_ends_with_the_program(read: _Read) -> None:
    started = _event("loop_started", 12)
    stopped = _event("loop_stopped", 13)
    cut_off = _event("loop_started", 14)
    assert read(_ARMED, started, stopped, cut_off).end is None
    assert read(_ARMED, started, stopped, cut_off, _event("main_ended", 15)).end == 15.0


@pytest.mark.parametrize("torn", [1, 10, len(_ARMED) - 1])
def test_a_torn_last_line_does_not_count(read: _Read, torn: int) -> None:
    assert read(_ARMED[:torn]) == Trace()
    again = _ARMED.replace(b"armed", b"main_ended")
    assert read(_ARMED, again[:torn]) == read(_ARMED)


def test_a_program_that_writes_into_the_trace_breaks_nothing(read: _Read) -> None:
    trace = read(_ARMED, b"not ours\n", b"\xff\n", b"3\n", _event("main_ended", 20))
    assert trace.armed_at == 10.5
    assert trace.is_damaged


def test_nothing_is_damaged_by_being_short(read: _Read) -> None:
    assert not read(_ARMED, b'{"eve').is_damaged


def test_an_empty_or_missing_file_is_a_trace_of_nothing(
    read: _Read, tmp_path: Path
) -> None:
    assert read() == Trace()
    assert read_trace(tmp_path / "nowhere") == Trace()
    assert (Trace().zero, Trace().end) == (None, None)
