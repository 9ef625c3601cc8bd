"""A store that was made elsewhere: read whole, and refused where it does not fit."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec
from packaging.utils import canonicalize_name

from proof.cache.files import Entry, file_name, interpreters_folder, runs_folder
from proof.cache.key import key_parts
from proof.cache.staleness import changes
from proof.errors import ProofError
from proof.project import Project
from proof.pythons.elsewhere import read_interpreters
from proof.runs.interpreter import Interpreter
from proof.snippets.pins import Pins, pinned
from proof.snippets.snippet import Snippet, path_of
from proof.text import listed

_NAME = re.compile(r"\w+ 3\.\d+\.\d+(?:(?:a|b|rc)\d+)?\+?t?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_AGAIN = "make the store again from this state of the project"


@dataclass(frozen=True)
class Recorded:
    """The runs that one interpreter made, as one store has them.

    Attributes:
        folder: The store.
        python: The interpreter.
        files: The content of each file of a run, by its name.
        made_at: When the runs were made, as ISO 8601 times in UTC, sorted.
    """

    folder: Path
    python: Interpreter
    files: Mapping[str, bytes]
    made_at: tuple[str, ...]

    @cached_property
    def digest(self) -> str:
        """Of the names and contents of its files."""
        digests = (
            f"{name} {hashlib.sha256(content).hexdigest()}\n"
            for name, content in sorted(self.files.items())
        )
        return hashlib.sha256("".join(digests).encode()).hexdigest()


class ForeignStore:
    """A folder with `runs` and `interpreters`, as `proof export` leaves it."""

    def __init__(self, project: Project, folder: Path) -> None:
        """Say where; nothing is read yet.

        Args:
            project: The checkout, of whose sources its runs must be.
            folder: The store.
        """
        self._project = project
        self._folder = folder
        self._pins: Pins = pinned(project)
        self._snippets: dict[str, Snippet] = {}

    def read(self) -> list[Recorded]:
        """All that it holds, by interpreter.

        Raises:
            ProofError: It is no store, damaged, or does not fit the checkout; the
                sentence begins with the path of the file.
        """
        runs, interpreters = (
            runs_folder(self._folder),
            interpreters_folder(self._folder),
        )
        for part in (runs, interpreters):
            if not part.is_dir():
                raise ProofError(
                    f"it is no store, for it has no folder {part.name!r}; name one "
                    "that `proof export` made",
                    str(self._folder),
                )
        pythons = _interpreters(interpreters)
        found: dict[str, dict[str, bytes]] = {tag: {} for tag in pythons}
        dates: dict[str, list[str]] = {tag: [] for tag in pythons}
        for file in sorted(runs.glob("*.json")):
            content = _content(file)
            tag = file.name.split(".")[1]
            if tag not in pythons:
                raise ProofError(
                    f"nothing in {interpreters.name} says which Python made it; fetch "
                    "the store again",
                    str(file),
                )
            entry = self._entry(file, content, pythons[tag])
            found[tag][file.name] = content
            dates[tag].append(entry.run.made_at)
        recorded = [
            Recorded(self._folder, python, found[tag], tuple(sorted(dates[tag])))
            for tag, python in pythons.items()
            if found[tag]
        ]
        if not recorded:
            raise ProofError("it holds no run; make the store again", str(self._folder))
        return recorded

    def _entry(self, file: Path, content: bytes, python: Interpreter) -> Entry:
        try:
            entry = msgspec.json.decode(content, type=Entry)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise ProofError(
                "it is damaged, or was written by another version of the tooling; "
                f"fetch the store again, or {_AGAIN}",
                str(file),
            ) from None
        if not _is_whole(entry, file, python):
            raise ProofError(
                "it is damaged, for its parts contradict each other; fetch the store "
                "again",
                str(file),
            )
        self._check_sources(entry, file, python)
        return entry

    def _check_sources(self, entry: Entry, file: Path, python: Interpreter) -> None:
        name = entry.run.snippet
        what = f"{path_of(name)} on {python.version}"
        snippet = self._snippet(name)
        if snippet is None:
            raise ProofError(
                f"it is a run of {what}, which is not in this state of the project; "
                f"{_AGAIN}",
                str(file),
            )
        others = list(_not_pinned(entry.parts, self._pins, python))
        if others:
            raise ProofError(
                f"{what} was run with {listed(others)}, which is not what "
                f"{self._project.requirements.name} pins; {_AGAIN}",
                str(file),
            )
        changed = list(changes(entry.parts, key_parts(snippet, python)))
        if changed:
            raise ProofError(
                f"{what} was run from another state of the project: "
                f"{listed(changed)}; {_AGAIN}",
                str(file),
            )

    def _snippet(self, name: str) -> Snippet | None:
        if name not in self._snippets:
            if name not in self._project.snippet_names():
                return None
            self._snippets[name] = Snippet.load(self._project, name, draft=True)
        return self._snippets[name]


def _interpreters(folder: Path) -> dict[str, Interpreter]:
    pythons = read_interpreters(folder)
    for tag, python in pythons.items():
        if not _NAME.fullmatch(python.name):
            raise ProofError(
                f"{python.name!r} is no name of a Python; fetch the store again",
                str(folder / f"{tag}.json"),
            )
    return pythons


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ProofError(
            f"it cannot be read ({error.strerror}); fetch the store again", str(file)
        ) from None


def _is_whole(entry: Entry, file: Path, python: Interpreter) -> bool:
    """Whether name, parts and run of a file belong together."""
    run, parts = entry.run, entry.parts
    return (
        file.name == file_name(run.snippet, python, parts)
        and parts.get("path") == path_of(run.snippet)
        and _TIME.fullmatch(run.made_at) is not None
        and (run.python, run.platform) == (python.name, python.platform)
    )


def _not_pinned(
    parts: Mapping[str, str], pins: Pins, python: Interpreter
) -> Iterator[str]:
    """The packages of a run that no pin allows, each with its version."""
    try:
        used = dict(json.loads(parts.get("dependencies", "{}")))
    except (TypeError, ValueError):
        return  # The keys differ, which is said.
    for name, version in sorted(used.items()):
        allowed = pins.get(canonicalize_name(name), ())
        if str(version) not in {str(p.version) for p in allowed if p.applies(python)}:
            yield f"{name} {version}"
