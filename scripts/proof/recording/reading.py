"""An execution, put together from what was received of it and what was recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from proof.recording.condensing import condensed
from proof.recording.events import LoopStarted
from proof.recording.historian import build_history
from proof.recording.lines import Chunks, in_order_of_arrival, timed_lines
from proof.recording.redaction import MachinePaths
from proof.recording.trace import Trace
from proof.runs.history import History
from proof.runs.run import Execution, Line, Stream

STREAMS: tuple[Stream, Stream] = ("stdout", "stderr")


@dataclass(frozen=True)
class Received:
    """What is known of a program from outside. Times are of `time.monotonic`.

    Attributes:
        started_at: When it was started.
        ended_at: When it ended.
        status: Exit status; a signal as its negative number.
        output: For each stream, what was received and when.
    """

    started_at: float
    ended_at: float
    status: int
    output: Mapping[Stream, Chunks]


def execution_of(
    received: Received, trace: Trace, paths: MachinePaths, *, recorded: bool = True
) -> Execution:
    """The execution, without what only an operating system measures.

    Args:
        received: What is known of it from outside.
        trace: What the recorder saw; a trace of nothing for a control.
        paths: What to replace in what was printed.
        recorded: Whether the recorder was in it.
    """
    zero = received.started_at if trace.zero is None else trace.zero
    end = received.ended_at if trace.end is None else trace.end
    history = build_history(trace, zero, end) if trace.events else None
    return Execution(
        lines=tuple(_lines(received, trace, zero, history, paths)),
        status=received.status,
        took=round(end - zero, 6) if recorded else None,
        wall=round(received.ended_at - received.started_at, 6),
        cpu=0.0,
        loops=sum(1 for _ in trace.of(LoopStarted)),
        problems=tuple(_undecodable(received)),
        blocks=_blocks(received, trace) if recorded else None,
        history=condensed(history) if history else None,
        recorder_setup=round(trace.arming, 6),
    )


def _lines(
    received: Received,
    trace: Trace,
    zero: float,
    history: History | None,
    paths: MachinePaths,
) -> Iterator[Line]:
    labels = {lane.number: lane.label for lane in history.lanes} if history else {}
    streams = (
        timed_lines(received.output[stream], trace, stream, zero) for stream in STREAMS
    )
    for line, task in in_order_of_arrival(*streams):
        lane = "" if task is None else labels.get(task, "")
        yield replace(line, text=paths.replace(line.text), lane=lane)


def _blocks(received: Received, trace: Trace) -> float | None:
    longest = trace.longest_step(received.ended_at)
    return None if longest is None else round(longest, 6)


def _undecodable(received: Received) -> Iterator[str]:
    """Where a stream is not UTF-8, as a problem."""
    for stream in STREAMS:
        content = b"".join(chunk for _, chunk in received.output[stream])
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            yield f"it printed bytes that are not UTF-8 (line {line} of {stream})"
