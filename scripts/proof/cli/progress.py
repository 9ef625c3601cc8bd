"""How far the execution of many snippets has come."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.runs.run import Run


class Progress(Observer):
    """A progress bar on a terminal, plain lines elsewhere."""

    def __init__(self) -> None:
        """Show nothing yet."""
        # A daemon may have none.
        self._bar = _bar() if sys.stderr and sys.stderr.isatty() else None
        self._total = 0
        self._done = 0

    def __enter__(self) -> Self:
        """Make room for it."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was."""
        if self._bar:
            self._bar.stop()

    def planned(self, jobs: Sequence[Job]) -> None:
        """Say how much is going to be executed."""
        self._total = len(jobs)
        if self._bar and jobs:
            self._bar.add_task("executing", total=self._total)

    def ran(self, job: Job, run: Run) -> None:
        """Say that one of them is done."""
        self._done += 1
        what = f"{run.snippet} on {job.python.version}"
        if self._bar:
            task = self._bar.task_ids[0]
            self._bar.update(task, advance=1, description=what)
        else:
            done = f"{self._done}/{self._total}"
            click.echo(f"{done} {what} took {run.took:.3f} s", err=True)


def _bar() -> Bar:
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
