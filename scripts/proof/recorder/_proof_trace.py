"""The trace file: a shared mapping, so that writing is cheap and nothing is lost.

What is written stays in the file when the program is killed, crashes, or leaves by
`os._exit`; no buffer has to be flushed, and closing all files does not reach it.
"""

from __future__ import annotations

import mmap
import os
import sys
from _thread import RLock
from time import monotonic

# Far more than any program on a page needs; the file is sparse.
_SIZE = 64 * 1024 * 1024

MOST_EVENTS = 40000
"""Details that are recorded; after them only output and the ends of loops are."""


class Trace:
    """Appends events to the trace file, one JSON array a line.

    Attributes:
        tasks_left_out: How many tasks were too many to be recorded.
        longest_step: Seconds of the longest step or callback so far.
    """

    def __init__(self, path: str) -> None:
        """Map the file; `path` is absolute."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(descriptor, _SIZE)
        self._map = mmap.mmap(descriptor, _SIZE)
        os.close(descriptor)
        self._end = 0
        self._details = 0
        self.tasks_left_out = 0
        self.longest_step = 0.0
        self._is_open = True
        self._is_writing = False
        self._waiting: list[bytes] = []
        # Reentrant: a signal handler may print while an event is being written.
        self._lock = RLock()
        os.register_at_fork(after_in_child=self.close)

    def close(self) -> None:
        """Write nothing any more."""
        self._is_open = False

    def has_room(self) -> bool:
        """Whether one more detail may be written; it is counted either way."""
        self._details += 1
        return self._details <= MOST_EVENTS

    def write(self, form: str, *values: object) -> None:
        """Append one event that happens now.

        Args:
            form: A printf form of JSON: the event's name and what belongs to it.
            values: What to put into it.
        """
        self.write_at(monotonic(), form, *values)

    def write_at(self, at: float, form: str, *values: object) -> None:
        """Append one event with the time at which it happened."""
        if not self._is_open:
            return
        line = b"[%.6f,%b]\n" % (at, (form % values).encode("ascii"))
        with self._lock:
            self._waiting.append(line)
            if self._is_writing:
                return
            try:
                self._is_writing = True
                while self._waiting:
                    self._append(self._waiting.pop(0))
            finally:
                # An interrupt may come here too; what waits is written next time.
                self._is_writing = False

    def write_end(self) -> None:
        """Append what is known only when the program ends."""
        events = max(self._details - MOST_EVENTS, 0)
        if self.tasks_left_out or events:
            self.write('"left_out",%d,%d', self.tasks_left_out, events)
        self.write('"longest_step",%.6f', self.longest_step)
        self.write('"main_ended"')

    def write_failure(self) -> None:
        """Append that the recorder made a mistake, which the program must not feel."""
        self.write('"recorder_failed",%s', text(sys.exc_info()[1]))

    def _append(self, line: bytes) -> None:
        end = self._end + len(line)
        # The last byte stays null: by it a reader knows where events end.
        if end < _SIZE:
            self._map[self._end : end] = line
            self._end = end


def text(value: object) -> str:
    """A JSON string, in ASCII, of what an object calls itself, if that is short."""
    try:
        characters = str(value)[:200]
    except Exception:  # noqa: BLE001 (a program's own __str__ may do anything)
        characters = "?"
    escaped = (
        c if " " <= c <= "~" and c not in '"\\' else "\\u%04x" % min(ord(c), 0xFFFD)
        for c in characters
    )
    return '"%s"' % "".join(escaped)


def name_of(function: object) -> str:
    """A JSON string of what a callable is called."""
    # A partial object has no name, but what it calls has.
    function = getattr(function, "func", function)
    return text(getattr(function, "__name__", None) or type(function).__name__)
