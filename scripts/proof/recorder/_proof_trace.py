"""The trace: what happens, as one JSON array a line, in the order of happening."""

from __future__ import annotations

import os
import sys
from _thread import RLock
from itertools import count
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Append(Protocol):
        """Takes a line; raises OSError if there is no space for it."""

        def __call__(self, line: bytes, is_last: bool, /) -> None: ...


MOST_EVENTS = 27000
"""Details that are recorded; after them only output and the ends of tasks and loops.

The end of a step is not counted: what began in time is recorded to its end.
"""

_FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep
# Without these nobody could tell how long a program took.
_ESSENTIAL = ('"loop_', '"longest_step"', '"main_ended"', '"recording_stopped"')

# There is no space; or the program has found the mapping, and closed it or resized it.
_UNWRITABLE = (OSError, ValueError, IndexError)


class Trace:
    """Writes events.

    Attributes:
        tasks_left_out: How many tasks were too many to be recorded.
        longest_step: Seconds of the longest step or callback so far.
    """

    def __init__(self, append: Append) -> None:
        """Write to a file, for instance."""
        self._append = append
        # Counting by `next` is safe without the GIL, too.
        self._details = count(1)
        self._lost = count()
        self.tasks_left_out = 0
        self.longest_step = 0.0
        self._is_open = True
        self._is_full = False
        self._is_writing = False
        self._waiting: list[bytes] = []
        # Reentrant: a signal handler may print while an event is being written.
        self._lock = RLock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.close)

    def close(self) -> None:
        """Write nothing any more."""
        self._is_open = False

    def has_room(self) -> bool:
        """Whether one more detail may be written; it is counted either way."""
        details = next(self._details)
        if details == MOST_EVENTS + 1:
            self.write('"limit_reached"')
        return details <= MOST_EVENTS

    def write(self, event: str) -> None:
        """Append an event that happens now: its name and members, in JSON."""
        self.write_at(monotonic(), event)

    def write_at(self, at: float, event: str) -> None:
        """Append an event with the time at which it happened."""
        if not self._is_open:
            return
        if self._is_full and not event.startswith(_ESSENTIAL):
            return
        line = f"[{at:.6f},{event}]\n".encode("ascii")
        with self._lock:
            if self._is_writing:
                self._waiting.append(line)
                return
            self._is_writing = True
            try:
                self._append(line, self._is_full)
                while self._waiting:
                    self._append(self._waiting.pop(0), self._is_full)
            except _UNWRITABLE as error:
                self._stop(error)
            finally:
                # An interrupt may come here too; what waits is written next time.
                self._is_writing = False

    def _stop(self, error: Exception) -> None:
        """Say why nothing more is recorded; of the program nothing must stop."""
        self._waiting.clear()
        if self._is_full:
            self._is_open = False
            return
        self._is_full = True
        reason = getattr(error, "strerror", None) or str(error)
        event = f'"recording_stopped",{text(reason)}'
        try:
            line = f"[{monotonic():.6f},{event}]\n".encode("ascii")
            self._append(line, True)
        except _UNWRITABLE:
            self._is_open = False

    def write_end(self) -> None:
        """Append what is known only when the program ends."""
        events = max(next(self._details) - 1 - MOST_EVENTS, 0) + next(self._lost)
        if self.tasks_left_out or events:
            self.write(f'"left_out",{self.tasks_left_out},{events}')
        self.write(f'"longest_step",{self.longest_step:.6f}')
        self.write('"main_ended"')

    def failed(self) -> bool:
        """Whether the exception that is being handled is a mistake of the recorder.

        If so, it is noted, and the program must not feel it. Else it comes from a
        handler of a signal that happened to arrive here: it is the program's, and has
        to go on to it.
        """
        error = sys.exc_info()[1]
        if isinstance(error, RecursionError):
            # The program is about to get one of its own.
            next(self._lost)
            return True
        first = last = error.__traceback__ if error else None
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        if last is not None and last is not first:
            file = last.tb_frame.f_code.co_filename
            if not file.startswith(_FOLDER):
                return False
        self.write_failure(f"{type(error).__name__}: {error}")
        return True

    def write_failure(self, reason: str) -> None:
        """Append why the recorder could not follow the program."""
        self.write(f'"recorder_failed",{text(reason)}')


def text(characters: str | None) -> str:
    """A JSON string, in ASCII, of at most 200 characters."""
    shown = (characters or "")[:200]
    # Nearly always: going through them takes ten times as long.
    if shown.isascii() and shown.isprintable() and not ('"' in shown or "\\" in shown):
        return f'"{shown}"'
    escaped = (
        c if " " <= c <= "~" and c not in '"\\' else f"\\u{min(ord(c), 0xFFFD):04x}"
        for c in shown
    )
    return f'"{"".join(escaped)}"'


def number_or_null(value: int | None) -> int | str:
    """A JSON number, or null."""
    return "null" if value is None else value
