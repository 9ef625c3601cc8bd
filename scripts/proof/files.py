"""Replacing a file at once: a reader sees the old one or the new, never a part."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

_SUFFIX = ".part"
# Seconds after which nobody is writing such a file any more.
_ABANDONED = 3600


def replace_file(path: Path, content: bytes) -> None:
    """Put content into the place of a file, whole or not at all.

    Args:
        path: The file, which need not exist; a link is followed. Its mode stays.
        content: What it is to hold.

    Raises:
        OSError: It cannot be written; what was there before is unharmed.
    """
    target = path.resolve()
    # A dot in front: it is taken neither for a page nor for a snippet.
    descriptor, name = tempfile.mkstemp(_SUFFIX, ".", target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        if target.is_file():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_file(path: Path, content: bytes) -> None:
    """Write a file that nobody reads yet, and make its folder where it is missing.

    Args:
        path: The file.
        content: What it is to hold.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def remove_abandoned_parts(folder: Path) -> None:
    """Remove what a `replace_file` that was killed has left, an hour after that.

    Args:
        folder: Where the files are; it need not exist.

    Raises:
        OSError: One cannot be removed.
    """
    for part in folder.glob(f".*{_SUFFIX}"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
