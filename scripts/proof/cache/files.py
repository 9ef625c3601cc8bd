"""The files of a store: where they are, what they are called, what one holds."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from proof.cache.key import key_of
from proof.pythons.elsewhere import tag_of
from proof.runs.interpreter import Interpreter
from proof.runs.run import Run


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
class Entry:
    """What one file holds.

    Attributes:
        parts: All that the run depends on; see `key_parts`.
        run: The run.
        earlier: When and from what the one was made that was stored before it.
    """

    parts: dict[str, str]
    run: Run
    earlier: Provenance | None = None


def runs_folder(store: Path) -> Path:
    """Where a store has its runs."""
    return store / "runs"


def interpreters_folder(store: Path) -> Path:
    """Where a store says by which interpreters its runs were made."""
    return store / "interpreters"


def file_name(name: str, python: Interpreter, parts: dict[str, str]) -> str:
    """What the file of a run is called in a store.

    Args:
        name: The snippet's path below `snippets/`.
        python: What executed it.
        parts: All that the run depends on; see `key_parts`.
    """
    return f"{prefix_of(name)}.{tag_of(python)}.{key_of(parts)[:32]}.json"


def prefix_of(name: str) -> str:
    """A short name without dots or slashes for every snippet, whatever its name."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
