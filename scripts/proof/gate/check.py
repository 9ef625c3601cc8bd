"""The gate: nothing is published unless every claim was met by a run."""

import platform
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from packaging.specifiers import SpecifierSet

from proof.cache.store import Store
from proof.checking.differences import Failure, differences
from proof.errors import ProofError
from proof.execution.observer import Observer, Observers
from proof.execution.runner import Batch, run_all
from proof.lint import references as pages
from proof.lint import rules, spelling
from proof.project import Project
from proof.runs.run import Run
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

IsStale = Callable[[Snippet, Run], bool]


@dataclass(frozen=True)
class Loaded:
    """What can be said without executing anything.

    Attributes:
        snippets: Those that can be executed.
        problems: What is wrong with the others and with pages, and what breaks a
            rule of the house.
    """

    snippets: tuple[Snippet, ...]
    problems: tuple[ProofError, ...]


@dataclass(frozen=True)
class Report:
    """What the gate found.

    Attributes:
        batch: What was executed just now.
        checked: How many snippets were held against their claims.
        failures: Snippets whose run is not as claimed.
        problems: Snippets and pages that are malformed.
        meant: How many of the snippets checked are meant to fail.
    """

    batch: Batch
    checked: int
    failures: tuple[Failure, ...]
    problems: tuple[ProofError, ...]
    meant: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the site may be published."""
        return not self.failures and not self.problems


def load(
    project: Project, names: Sequence[str] | None = None, *, drafts: bool = False
) -> Loaded:
    """Read snippets and pages, and collect what is wrong with them.

    Args:
        project: The checkout.
        names: Snippets to read; all of them, and the pages too, if left out.
        drafts: Whether unfinished ones will do: then no rule of the house counts.
    """
    snippets: list[Snippet] = []
    problems: list[ProofError] = []
    for name in project.snippet_names() if names is None else names:
        try:
            snippet = Snippet.load(project, name)
        except ProofError as problem:
            problems.append(problem)
            continue
        found = [*_wrong_interpreter(snippet), *dependencies.problems(project, snippet)]
        if not found:
            snippets.append(snippet)
        problems += found
    if names is None:
        problems += pages.missing(project)
    if not drafts:
        # What breaks only these is executed and shown all the same.
        for snippet in snippets:
            problems += rules.snippet_problems(snippet)
        problems += _pages_that_break_rules(project) if names is None else ()
    return Loaded(tuple(snippets), tuple(problems))


def check(
    project: Project,
    loaded: Loaded,
    *,
    is_stale: IsStale | None = None,
    observer: Observer | None = None,
) -> Report:
    """Execute what the store lacks, and hold every run against its claims.

    Args:
        project: The checkout.
        loaded: What to execute and check.
        is_stale: Whether a run that the store has is to be made again all the same;
            none is, if left out.
        observer: Hears what is going to be executed, and how that goes.
    """
    store = Store(project)
    observer = observer or Observer()
    runs: dict[str, Run] = {}
    for snippet in loaded.snippets:
        run = store.load(snippet)
        if run and not (is_stale and is_stale(snippet, run)):
            runs[snippet.name] = run
    stale = [s for s in loaded.snippets if s.name not in runs]
    observer.planned(stale)
    batch = run_all(project, stale, Observers(_Keeper(store, stale), observer))
    runs |= {run.snippet: run for run in batch.runs}
    store.prune(loaded.snippets, project.snippet_names())
    failures = tuple(_failures(loaded.snippets, runs))
    meant = sum(snippet.metadata.xfail for snippet in loaded.snippets)
    return Report(batch, len(runs), failures, loaded.problems, meant)


def always(_snippet: Snippet, _run: Run) -> bool:
    """Make every run again."""
    return True


def failed(snippet: Snippet, run: Run) -> bool:
    """Whether a run is not as claimed: such a one deserves another try."""
    return bool(differences(snippet, run))


class _Keeper(Observer):
    """Stores each run as soon as it is final, so that an interruption loses little."""

    def __init__(self, store: Store, snippets: Sequence[Snippet]) -> None:
        self._store = store
        self._snippets = {snippet.name: snippet for snippet in snippets}

    def ran(self, run: Run) -> None:
        self._store.save(self._snippets[run.snippet], run)


def _failures(snippets: Sequence[Snippet], runs: dict[str, Run]) -> Iterator[Failure]:
    for snippet in snippets:
        run = runs[snippet.name]
        found = differences(snippet, run)
        if found:
            yield Failure(snippet, run, found)


def _pages_that_break_rules(project: Project) -> Iterator[ProofError]:
    yield from pages.unshown(project)
    yield from rules.page_problems(project)
    yield from spelling.page_problems(project)


def _wrong_interpreter(snippet: Snippet) -> Iterator[ProofError]:
    version = platform.python_version()
    if not SpecifierSet(snippet.metadata.requires_python).contains(version, True):
        yield ProofError(
            f"it needs Python {snippet.metadata.requires_python} and this is "
            f"{version}; choose another with PYTHON=… scripts/serve",
            snippet.path,
            1,
        )
