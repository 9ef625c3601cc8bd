"""The gate: nothing is published unless every claim was checked against a run."""

from collections.abc import Callable, Iterable, Sequence

from proof.cache.store import Store
from proof.checking.result import Result
from proof.checking.result import check as check_run
from proof.errors import ProofError
from proof.execution.observer import Observer
from proof.execution.runner import Batch, run_all
from proof.gate.load import Loaded, NotRun
from proof.gate.report import Report
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

IsStale = Callable[[Result], bool]

NOT_RUN_YET = "not run yet as it is now"
"""Why a snippet has no run where nothing but the store was asked."""


def check(
    project: Project,
    loaded: Loaded,
    errors: Iterable[ProofError] = (),
    *,
    is_stale: IsStale | None = None,
    observers: Sequence[Observer] = (),
) -> Report:
    """Execute what the store lacks, then check every run against its claims.

    Args:
        project: The checkout.
        loaded: What to execute and check.
        errors: What else is wrong, besides `loaded.errors`.
        is_stale: Whether a result of a stored run is to be made again all the same;
            none is, if left out.
        observers: Are called as the execution goes on.

    Raises:
        ProofError: A run cannot be stored.
    """
    store = Store(project)
    results = _stored(store, loaded.snippets)
    stale = [
        snippet
        for snippet in loaded.snippets
        if snippet.name not in results or (is_stale and is_stale(results[snippet.name]))
    ]
    batch = run_all(project, stale, [_Saver(store, stale), *observers])
    made = {run.snippet: run for run in batch.runs}
    for snippet in stale:
        results[snippet.name] = check_run(snippet, made[snippet.name])
    store.prune(loaded.snippets, project.snippet_names())
    ordered = {snippet.name: results[snippet.name] for snippet in loaded.snippets}
    return _report(loaded, errors, ordered, batch)


def look_up(
    project: Project, loaded: Loaded, errors: Iterable[ProofError] = ()
) -> Report:
    """Check the runs that the store has, and execute nothing; see `check`."""
    results = _stored(Store(project), loaded.snippets)
    return _report(loaded, errors, results, Batch(()))


def always(_result: Result) -> bool:
    """Make every run again."""
    return True


def failed(result: Result) -> bool:
    """Whether a run did not pass: such a one deserves another try."""
    return not result.passed


class _Saver(Observer):
    """Stores each run as soon as it is final, so that an interruption loses little."""

    def __init__(self, store: Store, snippets: Sequence[Snippet]) -> None:
        self._store = store
        self._snippets = {snippet.name: snippet for snippet in snippets}

    def ran(self, run: Run) -> None:
        self._store.save(self._snippets[run.snippet], run)


def _stored(store: Store, snippets: Sequence[Snippet]) -> dict[str, Result]:
    runs = ((snippet, store.load(snippet)) for snippet in snippets)
    return {
        snippet.name: check_run(snippet, run)
        for snippet, run in runs
        if run is not None
    }


def _report(
    loaded: Loaded,
    errors: Iterable[ProofError],
    results: dict[str, Result],
    batch: Batch,
) -> Report:
    waiting = (s for s in loaded.snippets if s.name not in results)
    not_run = (
        *loaded.unavailable,
        *(NotRun(snippet, NOT_RUN_YET, is_pending=True) for snippet in waiting),
    )
    return Report(
        results,
        {one.snippet.name: one for one in not_run},
        (*loaded.errors, *errors),
        loaded.pages,
        batch,
    )
