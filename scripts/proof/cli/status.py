"""The state of every snippet, found without executing anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from proof.cache.store import Store
from proof.checking.result import check
from proof.errors import ProofError
from proof.gate.load import Loaded, load_snippets
from proof.gate.plan import Plan
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet, path_of

State = Literal["passed", "failed", "stale", "not run", "unavailable", "invalid"]

_GRAVITY: tuple[State, ...] = ("passed", "not run", "stale", "failed")


@dataclass(frozen=True)
class Status:
    """The state of one snippet.

    Attributes:
        path: Its path in the checkout.
        state: `passed`: its runs are as claimed; `failed`: one is not; `stale`:
            something has changed since one was made; `not run`: one was never made;
            `unavailable`: no Python here can run it; `invalid`: it cannot be read or
            executed. The first of these that is so on any Python, from the last.
        took: Seconds that its primary run took, where that is not out of date.
        claims: The names of what it claims.
        sentence: What it proves; of an unavailable or invalid one, why it is that.
        versions: Its state on each Python that runs it, newest first.
    """

    path: str
    state: State
    took: float | None = None
    claims: tuple[str, ...] = ()
    sentence: str = ""
    versions: Mapping[str, State] = field(default_factory=dict)

    @property
    def where(self) -> tuple[str, ...]:
        """The versions that are in its state, newest first."""
        return tuple(v for v, state in self.versions.items() if state == self.state)

    @property
    def is_same_everywhere(self) -> bool:
        """Whether all versions are in its state."""
        return len(self.where) == len(self.versions)


def statuses(
    project: Project, names: Sequence[str], pythons: Pythons
) -> Iterator[Status]:
    """The states of snippets.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
        pythons: Those on which they are to be run.
    """
    loaded = load_snippets(project, names, pythons)
    plans = {one.snippet.name: one for one in loaded.plans}
    store = Store(project)
    for name in names:
        found = plans.get(name)
        yield _status(store, found) if found else _without_run(loaded, name)


def _status(store: Store, plan: Plan) -> Status:
    snippet = plan.snippet
    claims = tuple(dict.fromkeys(claim.name for claim in snippet.claims))
    versions = {
        python.version: _state(store, snippet, python) for python in plan.pythons
    }
    primary = store.load(snippet, plan.pythons[0])
    return Status(
        snippet.path,
        max(versions.values(), key=_GRAVITY.index),
        primary.took if primary else None,
        claims,
        snippet.sentence,
        versions,
    )


def _state(store: Store, snippet: Snippet, python: Interpreter) -> State:
    if run := store.load(snippet, python):
        return "passed" if check(snippet, run).passed else "failed"
    return "stale" if store.has_any(snippet.name, python) else "not run"


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
