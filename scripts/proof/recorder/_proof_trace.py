"""The trace file, written one event at a time so that `os._exit` loses nothing."""

import os
import time

# Far above what a program opens itself, so that its own numbers stay what they were.
_FILE_DESCRIPTOR = 240


class TraceWriter:
    """Appends events to the trace file."""

    def __init__(self, path: str) -> None:
        """Open the file; `path` is absolute."""
        opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._file = os.dup2(opened, _file_descriptor(), inheritable=False)
        os.close(opened)
        self._identity = self._identify()
        self._is_open = True
        os.register_at_fork(after_in_child=self.stop)

    def write_armed(self, since: float) -> None:
        """Say that the program begins now, and since when the recorder was at work."""
        now = time.monotonic()
        self._append('{"event":"armed","at":%.7f,"since":%.7f}' % (now, since))

    def write(self, event: str) -> None:
        """Say that something happened now."""
        self._append('{"event":"%s","at":%.7f}' % (event, time.monotonic()))

    def write_written(self, stream: str, at: float, content: bytes) -> None:
        """Say that bytes were written to `stdout` or `stderr` at a monotonic time."""
        self._append(
            '{"event":"written","at":%.7f,"stream":"%s","bytes":"%s"}'
            % (at, stream, content.hex())
        )

    def stop(self) -> None:
        """Write nothing any more."""
        self._is_open = False

    def _append(self, line: str) -> None:
        # A program may close every file it can find and open its own instead.
        if self._is_open and self._identify() == self._identity:
            # One write in append mode is atomic; a lock could stop a signal handler.
            try:
                os.write(self._file, line.encode("ascii") + b"\n")
            except OSError:
                self.stop()  # A full disk, a limit: no fault of who called `print`.

    def _identify(self) -> "tuple[int, int] | None":
        try:
            status = os.fstat(self._file)
        except OSError:
            return None
        return status.st_dev, status.st_ino


def _file_descriptor() -> int:
    most = os.sysconf("SC_OPEN_MAX")
    return min(_FILE_DESCRIPTOR, most - 1) if most > 0 else _FILE_DESCRIPTOR
