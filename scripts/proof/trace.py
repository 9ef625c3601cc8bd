"""Reading the trace file: the contract between the recorder and everything else.

The file holds one JSON object a line, written as things happen. Times (`at`) are
seconds of `time.monotonic`, which is one clock for all processes of a machine.

| event          | further members                                              |
|----------------|--------------------------------------------------------------|
| `armed`        | `since`: when the recorder began to set itself up            |
| `loop_started` | -                                                            |
| `loop_stopped` | -                                                            |
| `written`      | `stream`: `stdout` or `stderr`; `bytes`: hexadecimal digits  |
| `main_ended`   | -                                                            |
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.runs import Stream


@dataclass(frozen=True)
class Written:
    """Bytes that the program wrote to one of its streams, and when."""

    at: float
    stream: Stream
    content: bytes


@dataclass(frozen=True)
class Trace:
    """What the recorder saw. Times are seconds of `time.monotonic`.

    Attributes:
        since: When the recorder began to set itself up; None where it never did.
        armed_at: When it was done with that and the program began.
        loops_started: When each event loop was started.
        loops_stopped: When each stopped; shorter where one was cut off.
        main_ended_at: When the interpreter began to exit; None where it was cut off.
        written: What was written, in order.
        is_damaged: Whether somebody else has written into the file.
    """

    since: float | None = None
    armed_at: float | None = None
    loops_started: tuple[float, ...] = ()
    loops_stopped: tuple[float, ...] = ()
    main_ended_at: float | None = None
    written: tuple[Written, ...] = ()
    is_damaged: bool = False

    @property
    def zero(self) -> float | None:
        """Time zero: the first loop's start, else the main program's."""
        return self.loops_started[0] if self.loops_started else self.armed_at

    @property
    def end(self) -> float | None:
        """The last loop's end, else the main program's; None where it was cut off."""
        if self.loops_started and len(self.loops_stopped) == len(self.loops_started):
            return self.loops_stopped[-1]
        return self.main_ended_at

    def written_to(self, stream: Stream) -> list[tuple[float, bytes]]:
        """What was written to one stream, with times."""
        return [(w.at, w.content) for w in self.written if w.stream == stream]


def read_trace(path: Path, *, with_output: bool = True) -> Trace:
    """Read a trace file, as far as it goes: it may end in the middle of a line.

    Args:
        path: The file; a missing one is a trace of nothing.
        with_output: Whether to read what was written, which can be very much.
    """
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return Trace()
    if not with_output:
        lines = [line for line in lines if b'"written"' not in line]
    events = [event for line in lines if (event := _event(line))]
    armed: dict[str, float] = next((e for e in events if e["event"] == "armed"), {})

    def times(event: str) -> tuple[float, ...]:
        return tuple(e["at"] for e in events if e["event"] == event)

    return Trace(
        since=armed.get("since"),
        armed_at=armed.get("at"),
        loops_started=times("loop_started"),
        loops_stopped=times("loop_stopped"),
        main_ended_at=next(iter(times("main_ended")), None),
        written=tuple(e["written"] for e in events if e["event"] == "written"),
        is_damaged=len(events) < len(lines),
    )


def _event(line: bytes) -> dict[str, Any] | None:
    """The event of one line, or None where the program has written into the file."""
    try:
        event: dict[str, Any] = json.loads(line)
        if event["event"] == "written":
            stream, content = event["stream"], bytes.fromhex(event["bytes"])
            event["written"] = Written(event["at"], stream, content)
        return event if isinstance(event["at"], float) else None
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
