"""Standard output and standard error that note when bytes were written."""

import io
import sys
import time

from _proof_trace import TraceWriter

# The runner ends a program that prints more; a trace need not grow beyond it.
_MOST_BYTES = 2 * 1024 * 1024


class _StampedFile(io.FileIO):
    """The raw file below a standard stream, as `python -u` makes it."""

    def __init__(self, descriptor: int, stream: str, trace: TraceWriter) -> None:
        super().__init__(descriptor, "wb", closefd=False)
        self.name = "<%s>" % stream
        self._stream = stream
        self._trace = trace
        self._left = _MOST_BYTES

    def write(self, data):  # type: ignore[no-untyped-def]
        """Write bytes to the descriptor and their time to the trace."""
        at = time.monotonic()
        count = super().write(data)
        if count and self._left > 0:
            self._left -= count
            content = bytes(memoryview(data).cast("B")[:count])
            self._trace.write_written(self._stream, at, content)
        return count


def watch(trace: TraceWriter) -> None:
    """Put stamped streams in place of `sys.stdout` and `sys.stderr`."""
    for stream in ("stdout", "stderr"):
        plain = getattr(sys, stream)
        if plain is None:
            continue
        stamped = io.TextIOWrapper(
            _StampedFile(plain.fileno(), stream, trace),
            encoding=plain.encoding,
            errors=plain.errors,
            newline="\n",
            line_buffering=plain.line_buffering,
            write_through=True,
        )
        stamped.mode = "w"  # type: ignore[misc]
        setattr(sys, stream, stamped)
        setattr(sys, "__%s__" % stream, stamped)
