"""The gate: nothing is published unless every claim was checked against a run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from proof.cache.store import Store, as_stored
from proof.checking.result import Result
from proof.checking.result import check as check_run
from proof.errors import ProofError
from proof.execution.job import Job, Key
from proof.execution.observer import Observer
from proof.execution.runner import Batch, run_all
from proof.gate.load import Loaded, NotRun
from proof.gate.plan import Absent, Plan
from proof.gate.recall import Recall
from proof.gate.report import Broken, Report
from proof.project import Project
from proof.runs.run import Run
from proof.runs.versions import order

IsStale = Callable[[Result], bool]
_Results = dict[Key, Result]

_OUT_OF_DATE = "what was merged into the store has no run of it as it is now"
NOT_RUN_YET = "not run yet as it is now"
"""Why a snippet has no run where nothing but the store was asked."""


def check(
    project: Project,
    loaded: Loaded,
    errors: Iterable[ProofError] = (),
    *,
    is_stale: IsStale | None = None,
    observers: Sequence[Observer] = (),
    recall: Recall | None = None,
) -> Report:
    """Execute what the store lacks, then check every run against its claims.

    Args:
        project: The checkout.
        loaded: What to execute and check.
        errors: What else is wrong, besides `loaded.errors`.
        is_stale: Whether a result of a stored run is to be made again all the same;
            none is, if left out.
        observers: Are called as the execution goes on.
        recall: What is left from checks before; then nothing is taken out of the
            store, which the next check without it does.

    Raises:
        ProofError: A run cannot be stored.
    """
    store = Store(project)
    jobs = _jobs(loaded.plans)
    results = (recall or Recall()).results(store, jobs)
    stale = [
        job
        for job in jobs
        # What was made elsewhere cannot be made again here.
        if not job.python.is_elsewhere
        and (job.key not in results or (is_stale and is_stale(results[job.key])))
    ]
    batch = run_all(project, stale, [_Saver(store), *observers])
    for job, run in zip(stale, batch.runs, strict=True):
        results[job.key] = check_run(job.snippet, as_stored(run))
    if recall is None:
        _prune(project, store, jobs)
    return _report(loaded, errors, results, batch)


def _prune(project: Project, store: Store, jobs: Sequence[Job]) -> None:
    wanted = ((job.snippet, job.python) for job in jobs)
    changed = (job.snippet.name for job in jobs if job.snippet.broken_by)
    store.prune(wanted, (*project.snippet_names(), *changed))


def look_up(
    project: Project,
    loaded: Loaded,
    errors: Iterable[ProofError] = (),
    *,
    recall: Recall | None = None,
) -> Report:
    """Check the runs that the store has, and execute nothing; see `check`."""
    results = (recall or Recall()).results(Store(project), _jobs(loaded.plans))
    return _report(loaded, errors, results, Batch(()))


def always(_result: Result) -> bool:
    """Make every run again."""
    return True


def failed(result: Result) -> bool:
    """Whether a run did not pass: such a one deserves another try."""
    return not result.passed


class _Saver(Observer):
    """Stores each run as soon as it is final, so that an interruption loses little."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ran(self, job: Job, run: Run) -> None:
        self._store.save(job.snippet, job.python, run)


def jobs_of(plan: Plan) -> tuple[Job, ...]:
    """What is to be executed of a snippet: its primary run, then the others."""
    return tuple(
        Job(plan.snippet, python, is_controlled=python is plan.pythons[0])
        for python in plan.pythons
    )


def _jobs(plans: Sequence[Plan]) -> list[Job]:
    """What is to be executed of some snippets: all primary runs first."""
    jobs = [job for one in plans for job in jobs_of(one)]
    jobs.sort(key=lambda job: not job.is_controlled)
    return jobs + [job for one in plans for job in counter_jobs_of(one)]


def counter_jobs_of(plan: Plan) -> tuple[Job, ...]:
    """The counter-proofs that are to be executed of a snippet, each once."""
    return tuple(
        Job(one.snippet, plan.pythons[0], is_controlled=False)
        for one in plan.counter_proofs
    )


def _report(
    loaded: Loaded,
    errors: Iterable[ProofError],
    results: _Results,
    batch: Batch,
) -> Report:
    primary: dict[str, Result] = {}
    others: dict[str, tuple[Result, ...]] = {}
    absent: dict[str, tuple[Absent, ...]] = {}
    broken: dict[str, tuple[Broken, ...]] = {}
    not_run = list(loaded.unavailable)
    for one in loaded.plans:
        name = one.snippet.name
        by_python = [results.get((name, python.version)) for python in one.pythons]
        if by_python[0] is None:
            not_run.append(_waiting(one))
            continue
        primary[name] = by_python[0]
        others[name] = tuple(result for result in by_python[1:] if result)
        absent[name] = tuple(_absent(one, by_python))
        version = one.pythons[0].version
        broken[name] = tuple(
            Broken(proof, results.get((proof.snippet.name, version)))
            for proof in one.counter_proofs
        )
    return Report(
        primary,
        others,
        absent,
        broken,
        {one.snippet.name: one for one in not_run},
        (*loaded.errors, *errors),
        loaded.pages,
        batch,
    )


def _waiting(one: Plan) -> NotRun:
    """Why a snippet has no primary run, although there is a Python for it."""
    python = one.pythons[0]
    if python.is_elsewhere:
        reason = f"not run on {python.version}: {_OUT_OF_DATE}"
        return NotRun(one.snippet, reason)
    return NotRun(one.snippet, NOT_RUN_YET, is_pending=True)


def _absent(one: Plan, by_python: Sequence[Result | None]) -> Iterator[Absent]:
    """The Pythons that have no run of a snippet, newest first."""
    found = list(one.absent)
    for python, result in zip(one.pythons, by_python, strict=True):
        if result is None:
            why = _OUT_OF_DATE if python.is_elsewhere else NOT_RUN_YET
            reason = f"not run on {python.version}: {why}"
            kind: Literal["missing", "pending"] = (
                "missing" if python.is_elsewhere else "pending"
            )
            found.append(Absent(python.version, reason, kind))
    yield from sorted(found, key=lambda each: order(each.version), reverse=True)
