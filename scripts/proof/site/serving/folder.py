"""The folder of a served site, which is not emptied before each build."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path


class Folder:
    """Removes after a build what was not written by it, instead of all before it."""

    def __init__(self, clean: Callable[[str], None]) -> None:
        """Begin with an empty folder.

        Args:
            clean: Empties a folder.
        """
        self._clean = clean
        self._root: str | None = None
        self._before: dict[str, int] = {}

    def begin(self, root: str) -> None:
        """Note what is there before a build."""
        if self._root != root:
            self._clean(root)
            Path(root).mkdir(parents=True, exist_ok=True)
        self._root, self._before = root, dict(_changes(root))

    def keep(self, file: str) -> bool:
        """Leave a file as it is; whether there is one."""
        return self._before.pop(file, None) is not None

    def end(self) -> None:
        """Remove each file that nobody has written or kept since."""
        if self._root is None:
            return
        for file, changed in _changes(self._root):
            if self._before.get(file) == changed:
                Path(file).unlink()
        self._before = {}


def _changes(folder: str) -> Iterator[tuple[str, int]]:
    """All files and when the system has seen each change, which nobody can set."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _changes(one.path)
            else:
                yield one.path, one.stat(follow_symlinks=False).st_ctime_ns
