"""Copying runs out of the store, for another machine to merge."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from proof.cache.files import file_name, interpreters_folder, runs_folder
from proof.cache.key import key_parts
from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.pythons.elsewhere import write_interpreter
from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet


def export(
    project: Project, wanted: Iterable[tuple[Snippet, Interpreter]], folder: Path
) -> int:
    """Copy the runs of snippets as they are now into a store of their own.

    Args:
        project: The checkout from whose store they are.
        wanted: Snippets, each with an interpreter whose run of it is wanted, if there
            is one.
        folder: Where the runs go; those that were exported there before are removed.

    Returns:
        How many runs that were.

    Raises:
        ProofError: There is none, or the folder cannot be written.
    """
    source, interpreters = runs_folder(project.store), {}
    files = []
    for snippet, python in wanted:
        file = source / file_name(snippet.name, python, key_parts(snippet, python))
        if file.is_file():
            files.append(file)
            interpreters[python.build + python.system] = python
    if not files:
        raise ProofError(
            "there is no run to copy; execute snippets first, with `proof run`",
            project.relative(project.store),
        )
    try:
        _write(files, interpreters.values(), folder)
    except OSError as error:
        raise ProofError(
            f"it cannot be written ({error.strerror}); name another folder", str(folder)
        ) from None
    return len(files)


def _write(
    files: Iterable[Path], interpreters: Iterable[Interpreter], folder: Path
) -> None:
    runs, about = runs_folder(folder), interpreters_folder(folder)
    for old in (about, runs):
        if old.exists():
            shutil.rmtree(old)
    runs.mkdir(parents=True)
    for file in files:
        replace_file(runs / file.name, file.read_bytes())
    # Last: without it, a folder is no store.
    for python in interpreters:
        write_interpreter(about, python)
