"""What a stored run depends on. When any part changes, the run is stale."""

import hashlib
import json
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from proof.runs.interpreter import Interpreter
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

_PACKAGE = Path(__file__).parent.parent
# What decides how a program is executed and what is stored of it. How claims are read
# or pages drawn does not.
_RUNNER = ("execution/*.py", "recording/*.py", "runs/*.py", "snippets/metadata.py")
_TOOLING = ("**/*.py",)


def key_parts(snippet: Snippet, python: Interpreter) -> dict[str, str]:
    """Everything that the run of a snippet depends on, by name.

    Args:
        snippet: The snippet.
        python: What executes it.
    """
    return {
        "snippet": _digest(snippet.content),
        "path": snippet.path,
        "recorder": digest_of_recorder(),
        "runner": _digest_of_runner(),
        "interpreter": python.build,
        "platform": python.system,
        "dependencies": json.dumps(dependencies.versions(snippet, python)),
    }


def key_of(parts: dict[str, str]) -> str:
    """The key as 64 hexadecimal digits."""
    return _digest(json.dumps(parts, sort_keys=True).encode())


def digest_of_recorder() -> str:
    """Of its modules as they are now: each execution loads them afresh."""
    # Asked for once for each run of a site: globbing would take ten times as long.
    with os.scandir(_PACKAGE / "recorder") as found:
        modules = [one.path for one in found if one.name.endswith(".py")]
    return _digest_of(map(Path, sorted(modules)))


@cache
def _digest_of_runner() -> str:
    """Of the modules as they were when it was first called.

    A server, which has loaded them, goes on with these when they are edited.
    """
    return _digest_of(_files(_RUNNER))


@cache
def digest_of_tooling() -> str:
    """Of all modules, as they were when it was first called."""
    return _digest_of(_files(_TOOLING))


def _files(patterns: Iterable[str]) -> list[Path]:
    return sorted(path for pattern in patterns for path in _PACKAGE.glob(pattern))


def _digest_of(files: Iterable[Path]) -> str:
    """Of files as they are now."""
    return _digest("".join(map(_digest_of_file, files)).encode())


def _digest_of_file(file: Path) -> str:
    status = file.stat()
    return _digest_of_version(file, status.st_mtime_ns, status.st_size, status.st_ino)


@cache
def _digest_of_version(file: Path, *_version: int) -> str:
    return _digest(file.read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
