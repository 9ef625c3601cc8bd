"""The Pythons of other machines, whose runs were merged into the store."""

import hashlib
from dataclasses import replace
from pathlib import Path

import msgspec

from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.runs.interpreter import Interpreter


def tag_of(python: Interpreter) -> str:
    """A short name for an interpreter and the machine's kind of system."""
    return hashlib.sha256(f"{python.build}\n{python.system}".encode()).hexdigest()[:8]


def write_interpreter(folder: Path, python: Interpreter) -> None:
    """Write down what an interpreter is, without where it is on this machine.

    Args:
        folder: Where this is written down; the file is named after its `tag_of`.
        python: The interpreter.

    Raises:
        OSError: It cannot be written.
    """
    file = folder / f"{tag_of(python)}.json"
    # Its folders are of no use elsewhere, and nobody's business.
    elsewhere = replace(python, executable=None, folders=())
    content = msgspec.json.encode(elsewhere)
    if not file.exists() or file.read_bytes() != content:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(file, content)


def read_interpreters(folder: Path) -> dict[str, Interpreter]:
    """What was written down in a folder, by `tag_of`.

    Raises:
        ProofError: A file of it is damaged.
    """
    found = {}
    for file in sorted(folder.glob("*.json")):
        try:
            python = msgspec.json.decode(file.read_bytes(), type=Interpreter)
        except (OSError, msgspec.MsgspecError):
            raise ProofError(
                "it says of no interpreter what it is; fetch the store again, or "
                "remove it",
                str(file),
            ) from None
        found[tag_of(python)] = python
    return found


def merged(project: Project) -> Path:
    """The folder that says which interpreters' runs were merged into the store."""
    return project.store / "merged"
