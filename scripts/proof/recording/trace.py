"""Reading the trace file: the contract between the recorder and everything else.

The file holds one JSON array a line, `[at, event, ...]`, written as things happen;
what follows the last line is null bytes. Times are seconds of `time.monotonic`, which
is one clock for all processes of a machine. Tasks have numbers, counted from 1 in the
order in which the recorder met them; threads are told by their identifiers.

| event              | further members                                                |
|--------------------|----------------------------------------------------------------|
| `armed`            | since when the recorder set itself up                          |
| `loop_started`     | thread                                                         |
| `loop_stopped`     | thread                                                         |
| `task_created`     | task, name, coroutine, line or null, creator or null, thread   |
| `named`            | task, its new name                                             |
| `scheduled`        | task: a step of it was put into the queue of what is ready     |
| `step_begins`      | task                                                           |
| `step_ends`        | task, then one of: `suspended`, line or null, `[what, ...]`;   |
|                    | `result`; `exception`, its type; `cancelled`                   |
| `cancel_requested` | task, task that asked or null                                  |
| `forgotten`        | task: nobody holds it any more                                 |
| `timer_set`        | when it is due, callback                                       |
| `callback`         | since when, thread, callback: a plain one has been called      |
| `idle`             | since when, thread: the loop had nothing to do                 |
| `work_begins`      | thread, function: an executor's thread takes a call            |
| `work_ends`        | thread                                                         |
| `written`          | stream, hexadecimal bytes, task or null, line or null          |
| `left_out`         | how many tasks, how many events were not recorded              |
| `longest_step`     | seconds of the longest step or callback                        |
| `prepared`         | since when the recorder prepared a module of asyncio           |
| `foreign_loop`     | class of a loop that is none of asyncio's: it is not recorded  |
| `recorder_failed`  | why: something was not recorded                                |
| `main_ended`       | -                                                              |

What a suspended task waits for: `["turn"]` (it only let others in), `["sleep", due]`,
`["task", number]`, `["gather", [numbers], how many more]`, or one word such as
`["lock"]`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.runs.run import Stream

_NUMBER_OR_NULL = int | None
_MEMBERS: dict[str, tuple[Any, ...]] = {
    "armed": (float,),
    "loop_started": (int,),
    "loop_stopped": (int,),
    "task_created": (int, str, str, _NUMBER_OR_NULL, _NUMBER_OR_NULL, int),
    "named": (int, str),
    "scheduled": (int,),
    "step_begins": (int,),
    "step_ends suspended": (int, str, _NUMBER_OR_NULL, list),
    "step_ends result": (int, str),
    "step_ends exception": (int, str, str),
    "step_ends cancelled": (int, str),
    "cancel_requested": (int, _NUMBER_OR_NULL),
    "forgotten": (int,),
    "timer_set": (float, str),
    "callback": (float, int, str),
    "idle": (float, int),
    "work_begins": (int, str),
    "work_ends": (int,),
    "written": (str, bytes, _NUMBER_OR_NULL, _NUMBER_OR_NULL),
    "left_out": (int, int),
    "longest_step": (float,),
    "prepared": (float,),
    "foreign_loop": (str,),
    "recorder_failed": (str,),
    "main_ended": (),
}


@dataclass(frozen=True)
class Event:
    """One event. `at` is in seconds of `time.monotonic`; `values` as in the table."""

    at: float
    name: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Written:
    """Bytes that the program wrote to one of its streams.

    Attributes:
        at: When, in seconds of `time.monotonic`.
        content: The bytes.
        task: Number of the task that wrote them, if one did.
        line: Line of the program in which that was, if it was in one.
    """

    at: float
    content: bytes
    task: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class Trace:
    """What the recorder saw.

    Attributes:
        events: In the order in which they were written.
        is_damaged: Whether somebody else has written into the file.
    """

    events: tuple[Event, ...] = ()
    is_damaged: bool = False

    def named(self, name: str) -> Iterator[Event]:
        """The events of one name."""
        return (event for event in self.events if event.name == name)

    @property
    def armed_at(self) -> float | None:
        """When the recorder was ready and the program began; None: it never was."""
        return next((event.at for event in self.named("armed")), None)

    @property
    def arming(self) -> float:
        """Seconds that the recorder spent on setting itself up, up to time zero."""
        zero = self.zero
        setting_up = (*self.named("armed"), *self.named("prepared"))
        spent = (e.at - e.values[0] for e in setting_up if zero and e.at <= zero)
        return float(sum(spent))

    @property
    def longest_step(self) -> float:
        """Seconds of the longest step or callback, as far as it is known."""
        return max((event.values[0] for event in self.named("longest_step")), default=0)

    @property
    def zero(self) -> float | None:
        """Time zero: the first loop's start, else the main program's."""
        started = next((event.at for event in self.named("loop_started")), None)
        return self.armed_at if started is None else started

    @property
    def end(self) -> float | None:
        """The last loop's end, else the main program's; None where it was cut off."""
        started = sum(1 for _ in self.named("loop_started"))
        stopped = [event.at for event in self.named("loop_stopped")]
        if started and len(stopped) == started:
            return stopped[-1]
        return next((event.at for event in self.named("main_ended")), None)

    def written_to(self, stream: Stream) -> list[Written]:
        """What was written to one stream, in order."""
        return [
            Written(event.at, content, task, line)
            for event in self.named("written")
            for written_to, content, task, line in (event.values,)
            if written_to == stream
        ]


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
    events = tuple(event for line in lines if (event := _event(line)))
    return Trace(events, is_damaged=len(events) < len(lines))


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


def _event(line: bytes) -> Event | None:
    """The event of one line, or None where the program has written into the file."""
    try:
        at, name, *values = json.loads(line)
        if name == "written":
            values[1] = bytes.fromhex(values[1])
    except (IndexError, TypeError, ValueError, RecursionError):
        return None
    if not isinstance(at, float) or not isinstance(name, str):
        return None
    event = Event(at, name, tuple(values))
    return event if _is_as_in_the_table(event) else None


def _is_as_in_the_table(event: Event) -> bool:
    name, values = event.name, event.values
    if name == "step_ends" and len(values) > 1:
        name = f"{name} {values[1]}"
    members = _MEMBERS.get(name)
    return (
        members is not None
        and len(members) == len(values)
        and all(map(isinstance, values, members))
    )
