"""Reading the trace file that the recorder leaves: what happened in an interpreter."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from proof.recording.events import (
    Armed,
    Callback,
    Cancelled,
    Event,
    Failed,
    ForeignLoop,
    LimitReached,
    LongestStep,
    LoopStarted,
    LoopStopped,
    MainEnded,
    Prepared,
    RecorderFailed,
    RecordingStopped,
    Returned,
    StepBegins,
    Suspended,
    Written,
)
from proof.runs.run import Stream

_Kind = TypeVar("_Kind", bound=Event)


@dataclass(frozen=True)
class Trace:
    """What the recorder saw.

    Attributes:
        events: In the order in which they were written.
        is_damaged: Whether somebody else has written into the file.
    """

    events: tuple[Event, ...] = ()
    is_damaged: bool = False

    def of(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """The events of one kind."""
        return (event for event in self.events if isinstance(event, kind))

    @property
    def armed_at(self) -> float | None:
        """When the recorder was ready and the program began; None: it never was."""
        return next((event.at for event in self.of(Armed)), None)

    @property
    def arming(self) -> float:
        """Seconds that the recorder spent on setting itself up, up to time zero."""
        zero = self.zero
        setting_up: list[Armed | Prepared] = [*self.of(Armed), *self.of(Prepared)]
        return sum(e.at - e.since for e in setting_up if zero and e.at <= zero)

    def longest_step(self, ended_at: float) -> float | None:
        """Seconds of the longest step or callback; None where nobody can tell.

        Args:
            ended_at: When the process ended, in seconds of `time.monotonic`: a step
                that was cut off lasted until then.
        """
        if any(self.of(RecorderFailed)):
            return None
        if noted := [event.seconds for event in self.of(LongestStep)]:
            return max(noted)
        # It is written at the interpreter's exit, which the process did not reach.
        if any(self.of(LimitReached)) or any(self.of(RecordingStopped)):
            return None
        return max(self._steps(ended_at), default=None)

    @property
    def zero(self) -> float | None:
        """Time zero: the first loop's start, else the main program's."""
        started = next((event.at for event in self.of(LoopStarted)), None)
        return self.armed_at if started is None else started

    @property
    def end(self) -> float | None:
        """The last loop's end, else the main program's; None where it was cut off."""
        started = sum(1 for _ in self.of(LoopStarted))
        stopped = [event.at for event in self.of(LoopStopped)]
        if started and len(stopped) == started:
            return stopped[-1]
        return next((event.at for event in self.of(MainEnded)), None)

    @property
    def is_foreign(self) -> bool:
        """Whether a loop was started that is not one of asyncio's."""
        return any(self.of(ForeignLoop))

    @property
    def shortcoming(self) -> str:
        """Why it says less than it should, as a sentence's end; empty if it does not.

        That is nothing the program has done wrong.
        """
        for failure in self.of(RecorderFailed):
            return f"the recorder could not follow this program ({failure.reason})"
        for stop in self.of(RecordingStopped):
            return f"the recording stopped before the program ended ({stop.reason})"
        return ""

    def _steps(self, ended_at: float) -> Iterator[float]:
        """Seconds of each step and callback that was recorded."""
        began: dict[int, float] = {}
        for event in self.events:
            match event:
                case StepBegins():
                    began[event.task] = event.at
                case Suspended() | Returned() | Failed() | Cancelled():
                    if event.task in began:
                        yield event.at - began.pop(event.task)
                case Callback():
                    yield event.at - event.since
        for at in began.values():
            yield ended_at - at

    def written_to(self, stream: Stream) -> list[Written]:
        """What was written to one stream, in order."""
        return [written for written in self.of(Written) if written.stream == stream]


def read_trace(path: Path, *, with_output: bool = True) -> Trace:
    """Read a trace file, as far as it goes: it may end in the middle of a line.

    Args:
        path: The file; a missing one is a trace of nothing.
        with_output: Whether to read what was written, which can be very much.
    """
    try:
        lines = _content(path).split(b"\n")[:-1]
    except FileNotFoundError:
        return Trace()
    if not with_output:
        lines = [line for line in lines if b'"written"' not in line]
    return trace_of(lines)


def trace_of(lines: Sequence[bytes]) -> Trace:
    """The trace that some lines of a trace file are, without their ends."""
    events = tuple(event for line in lines if (event := _event_of(line)))
    return Trace(events, is_damaged=len(events) < len(lines))


def has_loop_started(path: Path) -> bool:
    """Whether a trace file that is being written says that a loop has started.

    Only its beginning is read, where that stands if hardly anything came before it.
    """
    try:
        with path.open("rb") as file:
            return b'"loop_started"' in file.read(1 << 13)
    except FileNotFoundError:
        return False


def _content(path: Path) -> bytes:
    """What stands before the null bytes; there are megabytes of these."""
    blocks = []
    with path.open("rb") as file:
        while block := file.read(1 << 16):
            written, null, _ = block.partition(b"\0")
            blocks.append(written)
            if null:
                break
    return b"".join(blocks)


def _event_of(line: bytes) -> Event | None:
    """The event of one line; None where it is not a valid one."""
    try:
        at, name, *values = json.loads(line)
        kind, members = _KINDS[name]
        if len(values) != len(members):
            return None
        return kind(*map(_checked, (at, *values), (float, *members)))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _checked(value: object, expected: Any) -> Any:  # noqa: ANN401 (unions, too)
    """A value of the type that is expected.

    Raises:
        TypeError: It is of another one.
        ValueError: It is not hexadecimal where it should be.
    """
    if expected is bytes:
        return bytes.fromhex(_checked(value, str))
    if expected == tuple[int, ...]:
        return tuple(_checked(number, int) for number in _checked(value, list))
    if not isinstance(value, expected):
        raise TypeError(f"{value!r} is not of {expected}")
    return value


def _members(kind: type[Event]) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[field.name] for field in fields(kind)[1:])


def _name(kind: type[Event]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


_KINDS: dict[str, tuple[Callable[..., Event], tuple[Any, ...]]] = {
    _name(kind): (kind, _members(kind)) for kind in Event.__subclasses__()
}
