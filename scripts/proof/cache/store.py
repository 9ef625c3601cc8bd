"""Runs on disk, so that what has not changed is not executed again."""

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from proof.cache.files import (
    Entry,
    Provenance,
    file_name,
    interpreters_folder,
    prefix_of,
    runs_folder,
)
from proof.cache.key import digest_of_recorder, key_parts
from proof.errors import ProofError
from proof.files import remove_abandoned_parts, replace_file
from proof.project import Project
from proof.pythons.elsewhere import tag_of, write_interpreter
from proof.runs.interpreter import Interpreter, version_of
from proof.runs.run import Run
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class CacheEntry:
    """When and from what a run was made, and the one before it.

    Attributes:
        made: When and from what it was made.
        earlier: The same of the run that was stored before it, if there was one.
    """

    made: Provenance
    earlier: Provenance | None


@dataclass(frozen=True)
class _Heading:
    made_at: str
    python: str


@dataclass(frozen=True)
class _Outline:
    """What is read of an entry whose run may be in the form of another version."""

    parts: dict[str, str]
    run: _Heading
    earlier: Provenance | None = None


_Form = TypeVar("_Form")
_ABSENT = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
_ROOM = "make room on its disk and try again; what was stored before is unharmed"
_ADVICE = {errno.ENOSPC: _ROOM, errno.EDQUOT: _ROOM}
_OTHERWISE = "change that, or remove the folder, and try again"


class Store:
    """The runs of one checkout, in `.proof/runs`; see `key_parts` for their keys.

    What is asked for is always that of one interpreter.

    Each method raises a ProofError where the disk does not let it read or write.
    """

    def __init__(self, project: Project) -> None:
        """Use the store of a checkout; it need not exist yet."""
        self._project = project
        self._folder = runs_folder(project.store)

    def load(
        self, snippet: Snippet, python: Interpreter, *, controlled: bool = False
    ) -> Run | None:
        """The run of a snippet as it is now, or None where it has to be executed.

        Args:
            snippet: The snippet.
            python: What executes it.
            controlled: Whether a run will not do that was made with the recorder only.
        """
        parts = key_parts(snippet, python)
        entry = self._read(self._file(snippet.name, python, parts), Entry)
        if entry is None or entry.parts != parts:
            return None
        return None if controlled and entry.run.control is None else entry.run

    def entry(self, snippet: Snippet, python: Interpreter) -> CacheEntry | None:
        """When and from what the run was made that `load` gives."""
        parts = key_parts(snippet, python)
        found = self._read(self._file(snippet.name, python, parts), _Outline)
        return _entry(found) if found and found.parts == parts else None

    def newest(self, name: str, python: Interpreter) -> CacheEntry | None:
        """When and from what the run of a snippet was made that was stored last.

        Whatever it was made from, so it may be out of date. One that this interpreter
        made is preferred to one that another of its version made.

        Args:
            name: The snippet's path below `snippets/`.
            python: This interpreter.
        """
        tag = tag_of(python)
        files = self._folder.glob(f"{prefix_of(name)}.*.json")
        found = [
            (file.name.split(".")[1] == tag, one.run.made_at, file.name, one)
            for file in files
            if (one := self._read(file, _Outline))
            and version_of(one.run.python) == python.version
        ]
        return _entry(max(found, key=lambda one: one[:3])[3]) if found else None

    def has_any(self, name: str, python: Interpreter) -> bool:
        """Whether there is a run of a snippet that this interpreter made, of any age.

        Args:
            name: The snippet's path below `snippets/`.
            python: The interpreter.
        """
        files = self._folder.glob(f"{prefix_of(name)}.{tag_of(python)}.*.json")
        return any(self._read(file, _Outline) for file in files)

    def states(self) -> dict[str, os.stat_result]:
        """The names of all files of runs, each with its size and when it was made."""
        with (
            self._explained("read"),
            contextlib.suppress(*_ABSENT),
            os.scandir(self._folder) as found,
        ):
            return {one.name: one.stat() for one in found}
        return {}

    def recorder(self) -> str:
        """What tells the recorder as it is now from others."""
        return digest_of_recorder()

    def file_name(self, snippet: Snippet, python: Interpreter) -> str:
        """The name of the file that has the run that `load` gives, if there is one."""
        return self._file(snippet.name, python, key_parts(snippet, python)).name

    def save(self, snippet: Snippet, python: Interpreter, run: Run) -> None:
        """Store a run; a reader sees the old one or the new one meanwhile.

        That of a file that was saved while it was executed is not stored: nobody knows
        which of both programs it is about.
        """
        if not self._is_current(snippet):
            return
        parts = key_parts(snippet, python)
        before = self.newest(snippet.name, python)
        content = msgspec.json.encode(
            Entry(parts, run, before.made if before else None)
        )
        with self._explained("written"):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._file(snippet.name, python, parts), content)
            write_interpreter(interpreters_folder(self._project.store), python)

    def prune(
        self,
        wanted: Iterable[tuple[Snippet, Interpreter]],
        names: Iterable[str],
    ) -> None:
        """Remove what nothing names any more, and what killed writers have left.

        Runs that other interpreters made of snippets that still exist are left alone,
        and so are those of a snippet that is not run yet as it is now: by them it is
        known what has changed since.

        Args:
            wanted: The snippets that could be read, each with an interpreter whose
                run of it is wanted.
            names: The names of all snippets that exist.
        """
        with self._explained("written"):
            remove_abandoned_parts(self._folder)
        prefixes = {prefix_of(name) for name in names}
        files = (self._file(s.name, p, key_parts(s, p)) for s, p in wanted)
        current = {tuple(f.name.split(".")[:2]): f.name for f in files if f.exists()}
        for file in self._folder.glob("*.json"):
            prefix, made_by, *_ = file.name.split(".")
            is_stale = file.name != current.get((prefix, made_by), file.name)
            if prefix not in prefixes or is_stale:
                with self._explained("written"):
                    file.unlink(missing_ok=True)

    def _file(self, name: str, python: Interpreter, parts: dict[str, str]) -> Path:
        return self._folder / file_name(name, python, parts)

    def _is_current(self, snippet: Snippet) -> bool:
        try:
            content = (self._project.snippets / snippet.name).read_bytes()
        except OSError:
            return True
        return content == snippet.content

    def _read(self, file: Path, form: type[_Form]) -> _Form | None:
        """What a file holds; None where there is none, or a damaged one."""
        with self._explained("read"), contextlib.suppress(*_ABSENT):
            content = file.read_bytes()
            with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                return msgspec.json.decode(content, type=form)
        return None

    @contextlib.contextmanager
    def _explained(self, done: str) -> Iterator[None]:
        """Say in a sentence why the disk does not let it be read or written."""
        try:
            yield
        except OSError as error:
            advice = _ADVICE.get(error.errno or 0, _OTHERWISE)
            raise ProofError(
                f"stored runs cannot be {done} there ({error.strerror}); {advice}",
                self._project.relative(self._folder),
            ) from None


def as_stored(run: Run) -> Run:
    """A run as `Store.load` gives it later: whole numbers of seconds are floats there.

    What is drawn of it is kept by what it is made from, down to such details.
    """
    return msgspec.json.decode(msgspec.json.encode(run), type=Run)


def _entry(outline: _Outline) -> CacheEntry:
    made = Provenance(outline.run.made_at, outline.parts)
    return CacheEntry(made, outline.earlier)
