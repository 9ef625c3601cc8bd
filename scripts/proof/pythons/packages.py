"""Installing what snippets may depend on into an environment."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from packaging.utils import canonicalize_name

# A pin goes over several lines, of which the first names it.
_PIN: Final = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)==(?:[^\n]*\\\n)*[^\n]*$", re.MULTILINE
)
# Nothing is ever compiled, and nothing but what is pinned installed.
_OPTIONS: Final = ("--only-binary", ":all:", "--no-deps", "--require-hashes")


def install(python: Path, requirements: Path) -> frozenset[str]:
    """Install what a file pins, as far as it can be had for an interpreter.

    Args:
        python: The interpreter of an environment.
        requirements: The file, every pin of it with hashes.

    Returns:
        The canonical names of those that could not be installed.
    """
    pins = {m["name"]: m[0] for m in _PIN.finditer(requirements.read_text("utf-8"))}
    if not pins or _installed(python, requirements):
        return frozenset()
    folder = python.parent
    lacking = set()
    for name, pin in pins.items():
        alone = folder / "pin.txt"
        alone.write_text(f"{pin}\n", "utf-8")
        if not _installed(python, alone):
            lacking.add(canonicalize_name(name))
        alone.unlink()
    return frozenset(lacking)


def _installed(python: Path, requirements: Path) -> bool:
    """Whether uv, or else pip, could install what a file pins."""
    environment = {**os.environ, **_index()}
    return any(
        _succeeds([*command, *_OPTIONS, "-r", str(requirements)], environment)
        for command in _commands(python)
    )


def _commands(python: Path) -> Iterator[Sequence[str]]:
    beside = Path(sys.executable).parent / "uv"
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv:
        yield uv, "pip", "install", "--quiet", "--python", str(python)
    yield (
        *(sys.executable, "-m", "pip", "--python", str(python), "install"),
        *("--quiet", "--no-input", "--disable-pip-version-check"),
    )


def _index() -> Mapping[str, str]:
    """Where uv is to look: it reads nothing of the configuration of pip."""
    if {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & os.environ.keys():
        return {}
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    index = os.environ.get("PIP_INDEX_URL") or asked.stdout.strip()
    return {"UV_DEFAULT_INDEX": index} if index else {}


def _succeeds(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    done = subprocess.run(
        command,
        env={**environment, "PIP_USER": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
