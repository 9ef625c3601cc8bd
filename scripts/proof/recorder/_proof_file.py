"""The trace file: a shared mapping, so that writing is cheap and nothing is lost.

What is written stays in the file when the program is killed, crashes, or leaves by
`os._exit`; no buffer has to be flushed, and closing all files does not reach it.
"""

from __future__ import annotations

import errno
import mmap
import os
import sys

# Far more than any program on a page needs; the file is sparse.
_SIZE = 64 * 1024 * 1024
# Disk space that is taken at first; each further piece doubles what there is.
_FIRST_PIECE = 128 * 1024
# Of what was taken, what is kept for the last words of a recording that must stop.
_RESERVE = 4096

# Bound now: a program may replace them.
_open, _close, _dup, _fstat = os.open, os.close, os.dup, os.fstat


class File:
    """A file that lines are appended to.

    Only where disk space was taken is it written to: to touch a page of a mapping that
    a full disk has no space for would be the end of the program (SIGBUS).
    """

    def __init__(self, path: str) -> None:
        """Map the file; `path` is absolute.

        Raises:
            OSError: It cannot be made, or the disk is full.
        """
        self._path = path
        self._end = 0
        self._taken = 0
        self._limit = 0
        descriptor = _open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(descriptor, _SIZE)
            self._inode = _fstat(descriptor).st_ino
            self._map = _mapped(descriptor)
            self._take(descriptor, _FIRST_PIECE)
        finally:
            _close(descriptor)

    def append(self, line: bytes, is_last: bool, /) -> None:
        """Append a line.

        Args:
            line: What to append.
            is_last: Whether it may use the space that is kept for last words.

        Raises:
            OSError: There is no space for it.
        """
        end = self._end + len(line)
        # A byte more: by the null after the last line a reader knows where it ends.
        if end >= self._limit:
            self._make_room(end + 1, is_last=is_last)
        self._map[self._end : end] = line
        self._end = end

    def _make_room(self, end: int, *, is_last: bool) -> None:
        if is_last:
            if end > self._taken:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return
        size = self._taken
        while end > size - _RESERVE:
            size *= 2
        if size > _SIZE:
            raise OSError(errno.EFBIG, "the trace would be too long")
        # Opened again: a descriptor that stays open would be seen, and might be closed.
        descriptor = _open(self._path, os.O_RDWR)
        try:
            if _fstat(descriptor).st_ino != self._inode:
                raise OSError(errno.ENOENT, "the trace file was replaced")
            self._take(descriptor, size)
        finally:
            _close(descriptor)

    def _take(self, descriptor: int, size: int) -> None:
        _allocate(descriptor, self._taken, size - self._taken)
        self._taken = size
        self._limit = size - _RESERVE


def _mapped(descriptor: int) -> mmap.mmap:
    """A mapping that has no file descriptor: a program's own begin at 3, as ever."""
    if sys.version_info >= (3, 13):
        return mmap.mmap(descriptor, _SIZE, trackfd=False)
    # The mapping takes the lowest free number, and does without it well.
    number = _dup(descriptor)
    _close(number)
    mapping = mmap.mmap(descriptor, _SIZE)
    if os.path.sameopenfile(descriptor, number):
        _close(number)
    return mapping


def _allocate(descriptor: int, begin: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, begin, size)
    else:
        os.pwrite(descriptor, bytes(size), begin)
