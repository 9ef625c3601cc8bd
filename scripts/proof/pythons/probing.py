"""Asking an interpreter what it is."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from packaging.utils import canonicalize_name

from proof.runs.interpreter import Interpreter, Package

FACTS: Final = Path(__file__).parent / "facts.py"
"""The program that an interpreter is asked to execute."""

# Seconds after which an answer is not waited for any more.
_PATIENCE = 30


@dataclass(frozen=True)
class Facts:
    """What an interpreter says of itself; see `Interpreter` and `facts.py`."""

    executable: str
    base: str
    name: str
    build: str
    platform: str
    system: str
    free_threaded: bool
    folders: tuple[tuple[str, str], ...]
    markers: dict[str, str]
    modules: frozenset[str]
    installed: dict[str, Package]
    providers: dict[str, tuple[str, ...]]
    lacking: frozenset[str] = frozenset()

    def interpreter(self) -> Interpreter:
        """The interpreter that said so."""
        return Interpreter(
            executable=Path(self.executable),
            name=self.name,
            build=self.build,
            platform=self.platform,
            system=self.system,
            free_threaded=self.free_threaded,
            folders=self.folders,
            markers=self.markers,
            modules=self.modules,
            installed={canonicalize_name(k): v for k, v in self.installed.items()},
            providers=self.providers,
            lacking=self.lacking,
        )


def probe(executable: Path) -> Facts | None:
    """What an interpreter says of itself; None if it does not start as Python 3.

    Args:
        executable: Its path.
    """
    try:
        said = subprocess.run(
            [str(executable), "-I", str(FACTS)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        ).stdout
        return msgspec.json.decode(said, type=Facts)
    except (OSError, subprocess.SubprocessError, msgspec.MsgspecError):
        return None
