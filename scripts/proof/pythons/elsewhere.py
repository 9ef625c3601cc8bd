"""The Pythons of other machines, whose runs were merged into the store."""

import hashlib
from collections.abc import Iterable
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
    content = msgspec.json.encode(_elsewhere(python))
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


def read_merged(project: Project) -> dict[str, Interpreter]:
    """The interpreters whose runs were merged into the store, by version.

    Raises:
        ProofError: The file that names them is damaged.
    """
    try:
        interpreters = msgspec.json.decode(
            _merged(project).read_bytes(), type=list[Interpreter]
        )
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, msgspec.MsgspecError):
        raise ProofError(
            "it does not say whose runs were merged; merge them again, or remove it",
            project.relative(_merged(project)),
        ) from None
    return {python.version: python for python in interpreters}


def write_merged(project: Project, interpreters: Iterable[Interpreter]) -> None:
    """Write down whose runs were merged into the store, all at once.

    Args:
        project: The checkout.
        interpreters: One for each version; without any, nothing is merged any more.

    Raises:
        OSError: It cannot be written.
    """
    content = msgspec.json.encode([_elsewhere(python) for python in interpreters])
    file = _merged(project)
    if content == b"[]":
        file.unlink(missing_ok=True)
    elif not file.exists() or file.read_bytes() != content:
        replace_file(file, content)


def _elsewhere(python: Interpreter) -> Interpreter:
    """Without its folders, which are of no use elsewhere, and nobody's business."""
    return replace(python, executable=None, folders=())


def _merged(project: Project) -> Path:
    # One file, so that there is no moment at which only some are merged.
    return project.store / "merged.json"
