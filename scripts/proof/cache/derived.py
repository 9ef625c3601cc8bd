"""What was made of runs and pages in builds before, as long as it would come out alike.

Drawing all timelines of a site takes longer than all the rest of building it.
"""

import contextlib
import hashlib
import importlib.metadata
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import msgspec

from proof.cache.key import digest_of_tooling
from proof.files import remove_abandoned_parts, replace_file
from proof.project import Project

FOLDER: Final = "derived"
"""Where it is, below the folder of the stored runs."""

# Versions of what else decides how it looks.
_LIBRARIES: Final = ("matplotlib", "markupsafe", "pillow", "pygments")
# Seconds after which what no build has asked for is removed.
_FORGOTTEN: Final = 7 * 24 * 3600


class Derived:
    """Files that are kept from one build to the next, each by all it is made from.

    That is what is passed to `kept`, and the tooling as it is. Where the disk does not
    let them be read or written, everything is made.
    """

    def __init__(self, project: Project) -> None:
        """Use those of a checkout; there need not be any."""
        self._folder = project.store / FOLDER

    def kept(self, sources: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """What was made from the same sources before; else it is made now.

        Args:
            sources: All that it is made from, besides the tooling: values that
                msgspec can encode.
            make: Makes it.
        """
        file = self._folder / _key(sources)
        with contextlib.suppress(OSError):
            content = file.read_bytes()
            os.utime(file)
            return content
        content = make()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(file, content)
        return content

    def prune(self) -> None:
        """Remove what no build has asked for in the last week."""
        oldest = time.time() - _FORGOTTEN
        with contextlib.suppress(OSError):
            remove_abandoned_parts(self._folder)
            for file in self._folder.iterdir():
                if file.stat().st_mtime < oldest:
                    file.unlink()


def _key(sources: tuple[object, ...]) -> str:
    asked: tuple[Any, ...] = (_made_by(), sources)
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:32]


@cache
def _made_by() -> tuple[str, ...]:
    versions = map(importlib.metadata.version, _LIBRARIES)
    return (digest_of_tooling(), sys.version, *versions)
