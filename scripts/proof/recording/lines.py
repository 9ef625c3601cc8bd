"""When each line arrived: what came out of a pipe, and what the recorder saw."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from proof.recording.events import Written
from proof.recording.trace import Trace
from proof.runs.run import Line, Stream

Chunks = Sequence[tuple[float, bytes]]

# How many recorded lines may be missing from the pipe before the search gives up.
_REACH = 200


def timed_lines(
    received: Chunks, trace: Trace, stream: Stream, zero: float
) -> Iterator[tuple[Line, int | None]]:
    """The lines that came out of one pipe, each with its time and who wrote it.

    The time is the recorder's where it saw the line being written; a line that others
    wrote (a child process, a library in C) has the time at which it was received.

    Args:
        received: What was read from the pipe, with monotonic times.
        trace: What the recorder saw; a trace of nothing for a control execution.
        stream: Which stream the pipe is.
        zero: Time zero, on the same clock.

    Yields:
        A line, still without lane, and the number of the task that wrote it.
    """
    recorded = list(_lines(trace.written_to(stream)))
    position, latest = 0, -float("inf")
    for line in _lines(Written(at, stream, content) for at, content in received):
        written, position = _find(line, recorded, position)
        latest = max(latest, written.at)
        text = line.content.decode("utf-8", errors="backslashreplace")
        # Adding zero makes of a rounded -0.0, which would be shown, a plain one.
        at = round(latest - zero, 6) + 0.0
        yield Line(text, stream, at, source_line=written.line), written.task


def in_order_of_arrival(
    *streams: Iterator[tuple[Line, int | None]],
) -> list[tuple[Line, int | None]]:
    """One sequence of several streams' lines; those of each stay in their order."""
    return list(heapq.merge(*streams, key=lambda line: line[0].at))


def _find(
    line: Written, recorded: Sequence[Written], position: int
) -> tuple[Written, int]:
    """A received line as it was recorded, if it was; where to look for the next."""
    for index in range(position, min(position + _REACH, len(recorded))):
        if recorded[index].at > line.at:
            break  # This one was here before that one was there.
        if recorded[index].content == line.content:
            return recorded[index], index + 1
    return line, position


def _lines(chunks: Iterable[Written]) -> Iterator[Written]:
    """Lines without their ends, each as the chunk that ended it."""
    unfinished: list[bytes] = []
    chunk = None
    for chunk in chunks:
        first, *others = chunk.content.split(b"\n")
        unfinished.append(first)
        for following in others:
            yield replace(chunk, content=b"".join(unfinished))
            unfinished = [following]
    if chunk and any(unfinished):
        yield replace(chunk, content=b"".join(unfinished))
