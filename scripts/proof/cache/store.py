"""Runs on disk, so that what has not changed is not executed again."""

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from proof.cache.key import interpreter, key_of, key_parts
from proof.files import replace_file
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Provenance:
    """When a run was made, and from what.

    Attributes:
        at: When, as an ISO 8601 time in UTC.
        parts: All that it depends on; see `key_parts`.
    """

    at: str
    parts: dict[str, str]


@dataclass(frozen=True)
class CacheEntry:
    """What can be told of a stored run whose outcome does not matter.

    Attributes:
        made: When and from what it was made.
        earlier: The same of the run that was stored before it, if there was one.
    """

    made: Provenance
    earlier: Provenance | None


@dataclass(frozen=True)
class _Entry:
    """What one file holds: a run, all that it depends on, and what came before it."""

    parts: dict[str, str]
    run: Run
    earlier: Provenance | None = None


@dataclass(frozen=True)
class _Date:
    made_at: str


@dataclass(frozen=True)
class _Outline:
    """What is read of an entry whose run may be in the form of another version."""

    parts: dict[str, str]
    run: _Date
    earlier: Provenance | None = None


class Store:
    """The runs of one checkout, in `.proof/runs`; see `key_parts` for their keys."""

    def __init__(self, project: Project) -> None:
        """Use the store of a checkout; it need not exist yet."""
        self._folder = project.store / "runs"

    def load(self, snippet: Snippet) -> Run | None:
        """The run of a snippet as it is now, or None where it has to be executed."""
        parts = key_parts(snippet)
        entry = _read(self._file(snippet.name, parts), _Entry)
        return entry.run if entry and entry.parts == parts else None

    def kept(self, snippet: Snippet) -> CacheEntry | None:
        """What can be told of the run that `load` gives."""
        parts = key_parts(snippet)
        kept = _outlined(self._file(snippet.name, parts))
        return kept if kept and kept.made.parts == parts else None

    def newest(self, name: str) -> CacheEntry | None:
        """What can be told of the run of a snippet that was stored last.

        Whatever it was made from, so it may be out of date. One that this interpreter
        made is told of rather than one that another made.

        Args:
            name: The snippet's path below `snippets/`.
        """
        tag = _interpreter_tag()
        files = self._folder.glob(f"{_prefix(name)}.*.json")
        found = [
            (file.name.split(".")[1] == tag, kept.made.at, file.name, kept)
            for file in files
            if (kept := _outlined(file))
        ]
        return max(found, key=lambda one: one[:3])[3] if found else None

    def save(self, snippet: Snippet, run: Run) -> None:
        """Keep a run; whoever reads meanwhile sees the old one or the new one."""
        parts = key_parts(snippet)
        before = self.newest(snippet.name)
        content = msgspec.json.encode(
            _Entry(parts, run, before.made if before else None)
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._file(snippet.name, parts), content)

    def prune(self, snippets: Iterable[Snippet], names: Iterable[str]) -> None:
        """Remove what nothing names any more.

        Runs that other interpreters made of snippets that still exist are left alone,
        and so are those of a snippet that is not run yet as it is now: they tell what
        has changed since.

        Args:
            snippets: Those that could be read, as they are now.
            names: The names of all that exist.
        """
        prefixes = {_prefix(name) for name in names}
        files = (self._file(snippet.name, key_parts(snippet)) for snippet in snippets)
        current = {f.name.split(".")[0]: f.name for f in files if f.exists()}
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


_Form = TypeVar("_Form")


def _read(file: Path, form: type[_Form]) -> _Form | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=form)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _outlined(file: Path) -> CacheEntry | None:
    outline = _read(file, _Outline)
    if outline is None:
        return None
    return CacheEntry(Provenance(outline.run.made_at, outline.parts), outline.earlier)


def _prefix(name: str) -> str:
    """A short name without dots or slashes for every snippet, whatever its name."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _interpreter_tag() -> str:
    return hashlib.sha256(interpreter().encode()).hexdigest()[:8]
