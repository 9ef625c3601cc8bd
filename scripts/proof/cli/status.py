"""How every snippet stands, told without executing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from proof.cache.store import Store
from proof.checking.differences import differences
from proof.errors import ProofError
from proof.gate import check as gate
from proof.project import Project
from proof.snippets.snippet import Snippet

State = Literal["met", "differs", "stale", "never run", "broken"]


@dataclass(frozen=True)
class Standing:
    """How one snippet stands.

    Attributes:
        path: Its path in the checkout.
        state: `met`: its run is as claimed; `differs`: it is not; `stale`: something
            has changed since it was run; `never run`; `broken`: it cannot be read or
            executed.
        took: Seconds that its run took, where that is not out of date.
        claims: The names of what it claims.
        sentence: What it proves; of a broken one, what is wrong.
    """

    path: str
    state: State
    took: float | None = None
    claims: tuple[str, ...] = ()
    sentence: str = ""


def standings(project: Project, names: Sequence[str]) -> Iterator[Standing]:
    """How snippets stand.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
    """
    loaded = gate.load(project, names, drafts=True)
    snippets = {snippet.name: snippet for snippet in loaded.snippets}
    store = Store(project)
    for name in names:
        snippet = snippets.get(name)
        if snippet:
            yield _standing(store, snippet)
        else:
            path = f"snippets/{name}"
            wrong = next(p for p in loaded.problems if p.path == path)
            yield Standing(path, "broken", sentence=_without_path(wrong))


def _standing(store: Store, snippet: Snippet) -> Standing:
    run = store.load(snippet)
    claims = tuple(dict.fromkeys(claim.name for claim in snippet.claims))
    if run:
        state: State = "differs" if differences(snippet, run) else "met"
    else:
        state = "stale" if store.newest(snippet.name) else "never run"
    took = run.took if run else None
    return Standing(snippet.path, state, took, claims, snippet.sentence)


def _without_path(problem: ProofError) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    return place + problem.message
