"""Replacing a file at once: a reader sees the old one or the new, never a part."""

import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put content into the place of a file, whole or not at all.

    Args:
        path: The file, which need not exist; a link is followed. Its mode stays.
        content: What it is to hold.
    """
    target = path.resolve()
    # A dot in front: it is taken neither for a page nor for a snippet.
    descriptor, name = tempfile.mkstemp(".part", ".", target.parent)
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
