"""The state of every snippet, found without executing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from proof.cache.store import Store
from proof.checking.result import check
from proof.errors import ProofError
from proof.gate.load import Loaded, load_snippets
from proof.project import Project
from proof.snippets.snippet import Snippet, path_of

State = Literal["passed", "failed", "stale", "not run", "unavailable", "invalid"]


@dataclass(frozen=True)
class Status:
    """The state of one snippet.

    Attributes:
        path: Its path in the checkout.
        state: `passed`: its run is as claimed; `failed`: it is not; `stale`: something
            has changed since it was run; `not run`; `unavailable`: it cannot be run on
            this Python; `invalid`: it cannot be read or executed.
        took: Seconds that its run took, where that is not out of date.
        claims: The names of what it claims.
        sentence: What it proves; of an unavailable or invalid one, why it is that.
    """

    path: str
    state: State
    took: float | None = None
    claims: tuple[str, ...] = ()
    sentence: str = ""


def statuses(project: Project, names: Sequence[str]) -> Iterator[Status]:
    """The states of snippets.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
    """
    loaded = load_snippets(project, names)
    snippets = {snippet.name: snippet for snippet in loaded.snippets}
    store = Store(project)
    for name in names:
        snippet = snippets.get(name)
        yield _status(store, snippet) if snippet else _without_run(loaded, name)


def _status(store: Store, snippet: Snippet) -> Status:
    run = store.load(snippet)
    claims = tuple(dict.fromkeys(claim.name for claim in snippet.claims))
    if run:
        state: State = "passed" if check(snippet, run).passed else "failed"
    else:
        state = "stale" if store.newest(snippet.name) else "not run"
    took = run.took if run else None
    return Status(snippet.path, state, took, claims, snippet.sentence)


def _without_run(loaded: Loaded, name: str) -> Status:
    path = path_of(name)
    for one in loaded.unavailable:
        if one.snippet.name == name:
            return Status(path, "unavailable", sentence=one.reason)
    error = next(error for error in loaded.errors if error.path == path)
    return Status(path, "invalid", sentence=_without_path(error))


def _without_path(error: ProofError) -> str:
    place = f"line {error.line}: " if error.line else ""
    return place + error.message
