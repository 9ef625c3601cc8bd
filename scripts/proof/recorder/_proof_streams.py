"""Standard output and standard error that note what was written, when and by whom."""

from __future__ import annotations

import io
import sys
from time import monotonic

from _proof_tasks import Tasks
from _proof_trace import Trace, number_or_null

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The runner ends a program that prints more; a trace need not grow beyond it.
_MOST_BYTES = 2 * 1024 * 1024


class _Writer:
    """Records what is written to the streams."""

    def __init__(self, trace: Trace, tasks: Tasks, program: str) -> None:
        self._trace = trace
        self._tasks = tasks
        self._program = program
        self._left = _MOST_BYTES

    def record(self, at: float, stream: str, content: bytes) -> None:
        """Record bytes, with the task and the line that wrote them."""
        self._left -= len(content)
        if self._left < 0:
            return
        try:
            self._tasks.cancels.look_around(at)
            task, line = self._tasks.current(), self._line()
            self._trace.write_at(
                at,
                f'"written","{stream}","{content.hex()}",'
                f"{number_or_null(task)},{number_or_null(line)}",
            )
        except Exception:
            if not self._trace.failed():
                raise

    def _line(self) -> int | None:
        # Not from further up: `atexit` calls `print` without any frame of Python's.
        frame: Any = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self._program:
                return int(frame.f_lineno)
            frame = frame.f_back
        return None


class _StampedFile(io.FileIO):
    """The raw file below a standard stream, as `python -u` makes it."""

    __slots__ = ("_stream", "_writer")

    def __init__(self, descriptor: int, stream: str, writer: _Writer) -> None:
        super().__init__(descriptor, "wb", closefd=False)
        self.name = f"<{stream}>"
        self._stream = stream
        self._writer = writer

    def __repr__(self) -> str:
        # Since 3.15 it is made of the name of the class.
        return super().__repr__().replace("<FileIO", "<_io.FileIO", 1)

    def write(self, data: Any) -> int:
        """Write bytes to the descriptor, and record them."""
        at = monotonic()
        count = super().write(data)
        if count:
            content = bytes(memoryview(data).cast("B")[:count])
            self._writer.record(at, self._stream, content)
        return count


_StampedFile.__name__ = _StampedFile.__qualname__ = "FileIO"
_StampedFile.__module__ = "_io"


def watch(trace: Trace, tasks: Tasks, program: str) -> None:
    """Put stamped streams in place of `sys.stdout` and `sys.stderr`."""
    writer = _Writer(trace, tasks, program)
    for stream in ("stdout", "stderr"):
        plain = getattr(sys, stream)
        if plain is None:
            continue
        stamped = io.TextIOWrapper(
            _StampedFile(plain.fileno(), stream, writer),
            encoding=plain.encoding,
            errors=plain.errors,
            newline="\n",
            line_buffering=plain.line_buffering,
            write_through=True,
        )
        stamped.mode = "w"  # type: ignore[misc]
        setattr(sys, stream, stamped)
        setattr(sys, f"__{stream}__", stamped)
