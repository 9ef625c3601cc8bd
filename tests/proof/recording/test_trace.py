"""Reading a trace file, however it ends."""

from pathlib import Path

import pytest

from proof.recording import events as e
from proof.recording.trace import Trace, has_loop_started, read_trace

_ARMED = b'[10.5,"armed",10.25]\n'


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
    return b'[%.1f,"%s"%s]\n' % (at, name.encode(), b",1" if "loop" in name else b"")


def test_a_whole_trace_says_everything(read: _Read) -> None:
    trace = read(
        _ARMED,
        b'[11.0,"written","stdout","4f6e650a",null,3]\n',
        b'[12.0,"loop_started",77]\n',
        b'[12.5,"suspended",1,14,"gather",null,[2,3],0]\n',
        b'[13.0,"written","stderr","ff00",1,null]\n',
        b'[14.0,"loop_stopped",77]\n',
        b'[14.5,"longest_step",0.25]\n',
        b'[15.0,"main_ended"]\n',
    )
    assert trace == Trace(
        (
            e.Armed(10.5, 10.25),
            e.Written(11.0, "stdout", b"One\n", None, 3),
            e.LoopStarted(12.0, 77),
            e.Suspended(12.5, 1, 14, "gather", None, (2, 3), 0),
            e.Written(13.0, "stderr", b"\xff\0", 1, None),
            e.LoopStopped(14.0, 77),
            e.LongestStep(14.5, 0.25),
            e.MainEnded(15.0),
        )
    )
    assert (trace.armed_at, trace.arming) == (10.5, 0.25)
    assert (trace.zero, trace.end) == (12.0, 14.0)
    assert trace.longest_step(20.0) == 0.25


def test_what_the_recorder_prepares_before_time_zero_is_its_own_time() -> None:
    trace = Trace(
        (
            e.Armed(10.5, 10.25),
            e.Prepared(11.0, 10.875),
            e.LoopStarted(12.0, 1),
            e.Prepared(13.0, 12.5),
        )
    )
    assert trace.arming == 0.375


def test_what_was_written_is_found_by_stream(read: _Read) -> None:
    trace = read(
        _ARMED,
        b'[1.0,"written","stdout","61",null,null]\n',
        b'[2.0,"written","stderr","62",null,null]\n',
        b'[3.0,"written","stdout","63",4,5]\n',
    )
    assert trace.written_to("stdout") == [
        e.Written(1.0, "stdout", b"a"),
        e.Written(3.0, "stdout", b"c", 4, 5),
    ]
    assert trace.written_to("stderr") == [e.Written(2.0, "stderr", b"b")]


def test_without_output_the_rest_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "trace.jsonl"
    path.write_bytes(_ARMED + b'[1.0,"written","stdout","61",null,null]\n')
    assert read_trace(path, with_output=False).events == read_trace(path).events[:1]


def test_what_follows_the_last_line_is_null_bytes(read: _Read) -> None:
    trace = read(_ARMED, _event("main_ended", 20), b"\0" * 200_000)
    assert trace == read(_ARMED, _event("main_ended", 20))
    assert not trace.is_damaged


def test_megabytes_of_events_are_read_across_blocks(read: _Read) -> None:
    trace = read(_ARMED, b'[1.0,"scheduled",12]\n' * 50_000, b"\0" * 100)
    assert len(trace.events) == 50_001
    assert not trace.is_damaged


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
    assert trace.end == 20.0
    assert trace.is_damaged


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[]",
        b"[1.0]",
        b'["armed",1.0]',
        b'[1.0,"armed"]',
        b'[1.0,"armed",1.0,2.0]',
        b'[1.0,"armed","x"]',
        b'[1.0,"unheard_of"]',
        b'[1.0,"event"]',
        b'["1.0","main_ended"]',
        b'[1,"main_ended"]',
        b'[1.0,["main_ended"]]',
        b'[1.0,"suspended",1]',
        b'[1.0,"suspended",1,null,"sleep","x",[],0]',
        b'[1.0,"suspended",1,null,"gather",null,["x"],0]',
        b'[1.0,"suspended",1,null,"gather",null,3,0]',
        b'[1.0,"step_begins",[1],2]',
        b'[1.0,"written"]',
        b'[1.0,"written","stdout","6",null,null]',
        b'[1.0,"written","stdout",5,null,null]',
        b"[" * 100_000,
    ],
    ids=lambda line: line[:40].decode(),
)
def test_a_line_that_is_not_a_valid_event_is_left_out(read: _Read, line: bytes) -> None:
    trace = read(_ARMED, line, b"\n", _event("main_ended", 20))
    assert trace.is_damaged
    assert [type(event) for event in trace.events] == [e.Armed, e.MainEnded]


def test_nothing_is_damaged_by_being_short(read: _Read) -> None:
    assert not read(_ARMED, b'[1.0,"eve').is_damaged


def test_an_empty_or_missing_file_is_a_trace_of_nothing(
    read: _Read, tmp_path: Path
) -> None:
    assert read() == Trace()
    assert read_trace(tmp_path / "nowhere") == Trace()
    assert (Trace().zero, Trace().end) == (None, None)


def test_every_kind_of_event_has_a_name_of_its_own(read: _Read) -> None:
    """As the recorder writes it: the class in words with underscores."""
    trace = read(b'[1.0,"cancel_requested",1]\n[2.0,"limit_reached"]\n')
    assert trace.events == (e.CancelRequested(1.0, 1), e.LimitReached(2.0))


_CUT_OFF = (
    e.LoopStarted(10.0, 1),
    e.StepBegins(10.0, 1, 1),
    e.Suspended(10.25, 1, 5, "turn", None, (), 0),
    e.StepBegins(11.0, 2, 1),
)


def test_a_step_that_the_end_cut_off_lasted_until_then() -> None:
    assert Trace(_CUT_OFF).longest_step(11.5) == 0.5
    assert Trace(_CUT_OFF).longest_step(11.125) == 0.25


@pytest.mark.parametrize("ends", [e.Returned(11.5, 2), e.Cancelled(11.5, 2)])
def test_without_its_end_a_trace_has_the_steps_that_it_recorded(ends: e.Event) -> None:
    assert Trace((*_CUT_OFF, ends)).longest_step(20.0) == 0.5
    callback = e.Callback(12.5, 11.5, "late", 1)
    assert Trace((*_CUT_OFF, ends, callback)).longest_step(20.0) == 1.0


@pytest.mark.parametrize(
    "events",
    [
        pytest.param((), id="nothing"),
        pytest.param((e.Armed(10.5, 10.25),), id="no-step"),
        pytest.param((*_CUT_OFF, e.LimitReached(12.0)), id="too-many-steps"),
        pytest.param((*_CUT_OFF, e.RecordingStopped(12.0, "full")), id="no-room"),
    ],
)
def test_a_longest_step_that_nobody_knows_is_not_zero(
    events: tuple[e.Event, ...],
) -> None:
    assert Trace(events).longest_step(20.0) is None


@pytest.mark.parametrize(
    ("content", "has_started"),
    [
        (b"", False),
        (_ARMED, False),
        (_ARMED + b'[12.0,"loop_started",77]\n' + bytes(64), True),
        # What is being written may end anywhere.
        (_ARMED + b'[12.0,"loop_sta', False),
    ],
)
def test_a_trace_that_is_being_written_says_whether_a_loop_has_started(
    tmp_path: Path, content: bytes, has_started: bool
) -> None:
    path = tmp_path / "trace.jsonl"
    path.write_bytes(content)
    assert has_loop_started(path) == has_started


def test_a_trace_that_is_not_there_yet_says_nothing(tmp_path: Path) -> None:
    assert not has_loop_started(tmp_path / "nowhere")
