"""A runner that executes nothing."""

from collections.abc import Callable, Sequence

from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.execution.runner import Batch
from proof.project import Project
from proof.runs.run import Run


class FakeRunner:
    """Stands in for `run_all`: says what each snippet is to print, executes nothing."""

    def __init__(self, make: Callable[[Job, str], Run]) -> None:
        self.executed: list[list[str]] = []
        self.jobs: list[list[Job]] = []
        self.prints: dict[str, str] = {}
        self.is_interrupted_after: int | None = None
        self._make = make

    def __call__(
        self,
        project: Project,
        jobs: Sequence[Job],
        observers: Sequence[Observer],
    ) -> Batch:
        for observer in observers:
            observer.planned(jobs)
        self.executed.append([job.snippet.name for job in jobs])
        self.jobs.append(list(jobs))
        runs: list[Run] = []
        for job in jobs:
            if len(runs) == self.is_interrupted_after:
                raise KeyboardInterrupt
            runs.append(self._make(job, self._printed(job)))
            for observer in observers:
                observer.ran(job, runs[-1])
        return Batch(tuple(runs))

    def _printed(self, job: Job) -> str:
        name, version = job.key
        on_it = self.prints.get(f"{name} on {version}")
        return on_it or self.prints.get(name, "One")
