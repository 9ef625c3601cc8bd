"""The log of the instrument: one JSON array a line, in a shared mapping.

So it survives any end of the program, and that all files are closed.
"""

import json
import mmap
import os

_SIZE = 64 * 1024 * 1024


class Log:
    """A file that is appended to, until its end, by one process alone."""

    def __init__(self, path: str) -> None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        os.ftruncate(descriptor, _SIZE)
        self._map = mmap.mmap(descriptor, _SIZE)
        os.close(descriptor)
        self._is_open = True
        os.register_at_fork(after_in_child=self._close)

    def write(self, *event: object) -> None:
        """Append an event, unless the file is full."""
        line = json.dumps(event).encode() + b"\n"
        if self._is_open and self._map.tell() + len(line) < _SIZE:
            self._map.write(line)

    def _close(self) -> None:
        self._is_open = False
