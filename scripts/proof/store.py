"""Runs on disk, so that what has not changed is not executed again."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from proof.key import interpreter, key_of, key_parts
from proof.project import Project
from proof.runs import Run
from proof.snippet import Snippet


@dataclass(frozen=True)
class _Entry:
    """What one file holds: a run, and all that it depends on."""

    parts: dict[str, str]
    run: Run


class Store:
    """The runs of one checkout, in `.proof/runs`; see `key_parts` for their keys."""

    def __init__(self, project: Project) -> None:
        """Use the store of a checkout; it need not exist yet."""
        self._folder = project.store / "runs"

    def load(self, snippet: Snippet) -> Run | None:
        """The run of a snippet as it is now, or None where it has to be executed."""
        parts = key_parts(snippet)
        try:
            entry = msgspec.json.decode(
                self._file(snippet.name, parts).read_bytes(), type=_Entry
            )
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return entry.run if entry.parts == parts else None

    def save(self, snippet: Snippet, run: Run) -> None:
        """Keep a run; whoever reads meanwhile sees the old one or the new one."""
        parts = key_parts(snippet)
        content = msgspec.json.encode(_Entry(parts, run))
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(temporary).replace(self._file(snippet.name, parts))
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def prune(self, snippets: Iterable[Snippet], names: Iterable[str]) -> None:
        """Remove what nothing names any more.

        Runs that other interpreters made of snippets that still exist are left alone.

        Args:
            snippets: Those that could be read, as they are now.
            names: The names of all that exist.
        """
        prefixes = {_prefix(name) for name in names}
        current = {
            _prefix(snippet.name): self._file(snippet.name, key_parts(snippet)).name
            for snippet in snippets
        }
        for file in self._folder.glob("*.json"):
            prefix, made_by, *_ = file.name.split(".")
            is_ours = made_by == _interpreter_tag()
            is_stale = is_ours and file.name != current.get(prefix, file.name)
            if prefix not in prefixes or is_stale:
                with contextlib.suppress(FileNotFoundError):
                    file.unlink()

    def _file(self, name: str, parts: dict[str, str]) -> Path:
        key = key_of(parts)[:32]
        return self._folder / f"{_prefix(name)}.{_interpreter_tag()}.{key}.json"


def _prefix(name: str) -> str:
    """A short name without dots or slashes for every snippet, whatever its name."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _interpreter_tag() -> str:
    return hashlib.sha256(interpreter().encode()).hexdigest()[:8]
