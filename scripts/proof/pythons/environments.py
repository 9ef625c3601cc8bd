"""An environment for each Python, in which snippets find what they depend on."""

import contextlib
import fcntl
import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.pythons.packages import install
from proof.pythons.probing import Facts, probe
from proof.runs.interpreter import Interpreter

_IMPORT: Final = re.compile(rb"^(?:import|from) .*$", re.MULTILINE)
# It is not installed, or goes on in the next line: nothing of that matters here.
_IMPORTING: Final = """\
import sys
for statement in sys.stdin:
    try:
        exec(statement)
    except Exception:
        pass
"""


@dataclass(frozen=True)
class _Made:
    """What an environment was made from, and what its Python says of itself."""

    key: str
    facts: Facts


def environment(project: Project, base: Facts) -> Interpreter:
    """The Python of the environment that a base interpreter has in the store.

    It is made if it is not there, or was made from another base or other pins: in a
    second or two where uv can install the packages.

    Args:
        project: The checkout, whose pins are installed.
        base: An interpreter of the machine.

    Raises:
        ProofError: It cannot be made.
    """
    digest = hashlib.sha256(base.base.encode()).hexdigest()[:8]
    folder = project.store / "pythons" / f"{base.interpreter().version}-{digest}"
    key = _key(project, base)
    made = _read(folder, key)
    if made is None:
        try:
            with _lock(folder):
                made = _read(folder, key) or _make(project, base, folder, key)
        except OSError as error:
            raise _failed(base, folder, error.strerror) from None
    return made.interpreter()


def _key(project: Project, base: Facts) -> str:
    pins = _pins(project)
    content = [
        base.base.encode(),
        base.build.encode(),
        str(project.root).encode(),
        pins,
    ]
    return hashlib.sha256(b"\0".join(content)).hexdigest()


def _pins(project: Project) -> bytes:
    with contextlib.suppress(OSError):
        return project.requirements.read_bytes()
    return b""


def _read(folder: Path, key: str) -> Facts | None:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        made = msgspec.json.decode(_notes(folder).read_bytes(), type=_Made)
        if made.key == key:
            return made.facts
    return None


def _notes(folder: Path) -> Path:
    return folder / "proof.json"


@contextlib.contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Let nobody else make it at the same time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(f"{folder.suffix}.lock").open("w") as lock:
        with contextlib.suppress(OSError):  # A file system without locks.
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(project: Project, base: Facts, folder: Path, key: str) -> Facts:
    shutil.rmtree(folder, ignore_errors=True)
    made = subprocess.run(
        [base.base, "-I", "-m", "venv", "--without-pip", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    python = folder / "bin" / "python"
    if made.returncode:
        said = made.stdout.strip().rpartition("\n")[2]
        raise _failed(base, folder, said or f"exit status {made.returncode}")
    lacking = install(python, project.requirements) if _pins(project) else frozenset()
    _compile_imports(project, python)
    facts = probe(python)
    if facts is None:
        raise _failed(base, folder, "it does not start")
    facts = replace(facts, lacking=lacking)
    # Last: what is interrupted is made again.
    replace_file(_notes(folder), msgspec.json.encode(_Made(key, facts)))
    return facts


def _failed(base: Facts, folder: Path, why: str | None) -> ProofError:
    return ProofError(
        f"no environment can be made by {base.base} in {folder} ({why}); repair that "
        "Python, or name others, as in `PROOF_PYTHONS=3.13,3.14`"
    )


def _compile_imports(project: Project, python: Path) -> None:
    """Import once what snippets import: Python compiles it at the first time.

    In snippets, which start at the same moment, each would do all of it.
    """
    statements = {
        statement
        for name in project.snippet_names()
        for statement in _IMPORT.findall((project.snippets / name).read_bytes())
    }
    subprocess.run(
        [str(python), "-I", "-c", _IMPORTING],
        input=b"\n".join(sorted(statements)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
