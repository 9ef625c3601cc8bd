"""The Python that executes snippets."""

import os
import platform
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# Where a system's own Python is: no path that distinguishes machines.
_ON_EVERY_MACHINE = ("/", "/usr", "/usr/local")


@dataclass(frozen=True)
class Interpreter:
    """One Python interpreter.

    Attributes:
        executable: Its path.
        name: Implementation and version, for instance `CPython 3.11.7`.
        build: The same and all that Python says of its build.
        platform: Operating system and machine, for instance `Linux x86_64`.
        folders: Absolute paths of its own that it can print, each with the neutral
            name that is published in its place.
    """

    executable: Path
    name: str
    build: str
    platform: str
    folders: tuple[tuple[Path, str], ...] = ()

    @classmethod
    def running(cls) -> Self:
        """The interpreter that runs this."""
        implementation = platform.python_implementation()
        return cls(
            # Not resolved: an environment is known by the link that it was started by.
            executable=Path(os.path.abspath(sys.executable)),  # noqa: PTH100
            name=f"{implementation} {platform.python_version()}",
            build=f"{implementation} {sys.version}",
            platform=f"{platform.system()} {platform.machine()}",
            folders=_folders(),
        )


def _folders() -> tuple[tuple[Path, str], ...]:
    paths = sysconfig.get_paths()
    names = [
        (Path(paths["purelib"]), "<packages>"),
        (Path(paths["platlib"]), "<packages>"),
        (Path(paths["stdlib"]), "<python>"),
    ]
    if sys.base_prefix not in _ON_EVERY_MACHINE:
        names.append((Path(sys.base_prefix), "<prefix>"))
    return tuple(names)
