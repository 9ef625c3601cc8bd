"""What a stored run depends on. When any part changes, the run is stale."""

import hashlib
import json
import platform
import sys
from functools import cache
from pathlib import Path

from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

_PACKAGE = Path(__file__).parent.parent
# What decides how a program is executed and what is kept of it. How claims are read
# or pages drawn is no part of it.
_RUNNER = ("execution/*.py", "recording/*.py", "runs/*.py", "snippets/metadata.py")


def key_parts(snippet: Snippet) -> dict[str, str]:
    """Everything that the run of a snippet depends on, by name."""
    return {
        "snippet": _digest(snippet.content),
        "path": snippet.path,
        "recorder": _digest_of_files("recorder/*.py"),
        "runner": _digest_of_files(*_RUNNER),
        "interpreter": interpreter(),
        "platform": platform.platform(),
        "dependencies": json.dumps(dependencies.versions(snippet)),
    }


def interpreter() -> str:
    """The interpreter, down to its build."""
    return f"{platform.python_implementation()} {sys.version}"


def key_of(parts: dict[str, str]) -> str:
    """The key as 64 hexadecimal digits."""
    return _digest(json.dumps(parts, sort_keys=True).encode())


@cache
def _digest_of_files(*patterns: str) -> str:
    files = sorted(path for pattern in patterns for path in _PACKAGE.glob(pattern))
    return _digest(b"".join(_digest(path.read_bytes()).encode() for path in files))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
