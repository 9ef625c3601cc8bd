"""When each line arrived: what came out of a pipe, told by what the recorder saw."""

import heapq
from collections.abc import Iterator, Sequence
from operator import attrgetter

from proof.runs import Line, Stream
from proof.trace import Trace

Chunks = Sequence[tuple[float, bytes]]

# How many recorded lines may be missing from the pipe before the search gives up.
_REACH = 200


def timed_lines(
    received: Chunks, trace: Trace, stream: Stream, zero: float
) -> Iterator[Line]:
    """The lines that came out of one pipe, each with its time.

    The time is the recorder's where it saw the line being written; a line that others
    wrote (a child process, a library in C) has the time at which we received it.

    Args:
        received: What was read from the pipe, with monotonic times.
        trace: What the recorder saw; a trace of nothing for a control execution.
        stream: Which stream the pipe is.
        zero: Time zero, on the same clock.
    """
    recorded = list(_lines(trace.written_to(stream)))
    position, latest = 0, -float("inf")
    for received_at, content in _lines(received):
        written_at, position = _find(content, received_at, recorded, position)
        latest = max(latest, received_at if written_at is None else written_at)
        text = content.decode("utf-8", errors="backslashreplace")
        # Adding zero makes of a rounded -0.0, which would be shown, a plain one.
        yield Line(text, stream, round(latest - zero, 6) + 0.0)


def in_order_of_arrival(*streams: Iterator[Line]) -> tuple[Line, ...]:
    """One sequence of several streams' lines; those of each stay in their order."""
    return tuple(heapq.merge(*streams, key=attrgetter("at")))


def _find(
    content: bytes,
    received_at: float,
    recorded: Sequence[tuple[float, bytes]],
    position: int,
) -> tuple[float | None, int]:
    """When a line was recorded, and where to look for the next one."""
    for index in range(position, min(position + _REACH, len(recorded))):
        written_at, written = recorded[index]
        if written_at > received_at:
            break  # This one was here before that one was there.
        if written == content:
            return written_at, index + 1
    return None, position


def _lines(chunks: Chunks) -> Iterator[tuple[float, bytes]]:
    """Lines without their ends, each with the time of the chunk that ended it."""
    unfinished: list[bytes] = []
    at = 0.0
    for at, chunk in chunks:
        first, *others = chunk.split(b"\n")
        unfinished.append(first)
        for following in others:
            yield at, b"".join(unfinished)
            unfinished = [following]
    if any(unfinished):
        yield at, b"".join(unfinished)
