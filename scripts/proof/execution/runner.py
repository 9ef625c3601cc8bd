"""Executing snippets: all at once where that disturbs nobody, else one by one."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from proof.checking.result import check
from proof.errors import ProofError
from proof.execution.executor import Executor
from proof.execution.job import Job
from proof.execution.limits import most_at_once, most_starting, usable_cores
from proof.execution.observer import Observer
from proof.execution.process import Finished, Process
from proof.execution.sandbox import Sandbox, batch_folder
from proof.execution.signals import run_cancellable
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.snippets.claims import parse_duration
from proof.snippets.snippet import Snippet

MOST_TRIES = 3
"""How often a snippet is executed before a missed time counts as its own fault."""

# Starting an interpreter keeps a core busy. Until a program has printed something, a
# loop of it is seen to run, or it has had this long, it counts as starting (seconds).
_STARTING = 0.3
# How often it is looked whether a loop of it runs (seconds).
_LOOK = 0.01


@dataclass(frozen=True)
class Batch:
    """What executing several snippets came to.

    Attributes:
        runs: One for each job, in the order in which they were asked for.
        wall: Seconds it took altogether.
        alone: Seconds of it in which one job had the machine for itself.
    """

    runs: tuple[Run, ...]
    wall: float = 0.0
    alone: float = 0.0

    @property
    def cpu(self) -> float:
        """Seconds of processor time of all executions."""
        return sum(one.cpu for run in self.runs for one in run.executions)

    @property
    def longest(self) -> float:
        """Seconds of the longest execution, the start of its interpreter included."""
        walls = (one.wall for run in self.runs for one in run.executions)
        return max(walls, default=0.0)

    @property
    def bound(self) -> float:
        """Seconds that `wall` should not exceed by more than 30 %."""
        return self.longest + self.cpu / usable_cores() + self.alone


def run_all(
    project: Project, jobs: Sequence[Job], observers: Sequence[Observer] = ()
) -> Batch:
    """Execute snippets, each with the recorder, and controlled ones without it too.

    Those that must be alone run last, one at a time; so do those that missed a claimed
    time, or were stopped at their timeout, while others were running. If that is all
    that is wrong, they have `MOST_TRIES` tries, else two.

    Args:
        project: The checkout they are in.
        jobs: What to execute, each with another snippet or another Python.
        observers: Are called with what is planned, with output and with each run when
            it is final.

    Raises:
        ProofError: The machine does not let them be executed, or an observer raised
            this; those that were running have been ended.
        KeyboardInterrupt: Ctrl-C, likewise.
        SystemExit: Another signal, likewise.
    """
    for observer in observers:
        observer.planned(jobs)
    if not jobs:
        return Batch(())
    with batch_folder() as folder:
        runner = _Runner(project, observers, folder)
        try:
            return run_cancellable(runner.run_all(jobs))
        except BaseExceptionGroup as group:
            raise _reason(group) from None


def _reason(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group of only `ProofError`s; else the group of others."""
    if others := group.split(ProofError)[1]:
        return others
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


class _Runner:
    def __init__(
        self, project: Project, observers: Sequence[Observer], folder: Path
    ) -> None:
        self._project = project
        self._observers = observers
        self._folder = folder
        self._numbers = count(1)
        self._running = asyncio.Semaphore(most_at_once())
        self._starting = asyncio.Semaphore(most_starting())
        self._batch = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self._began = time.monotonic()

    async def run_all(self, jobs: Sequence[Job]) -> Batch:
        concurrent = [job for job in jobs if not job.snippet.metadata.alone]
        by_length = sorted(concurrent, key=_claimed_length, reverse=True)
        async with asyncio.TaskGroup() as group:
            tasks = {
                job.key: group.create_task(self._run(job, tries=1)) for job in by_length
            }
        runs = {key: task.result() for key, task in tasks.items()}
        others_ended = time.monotonic()
        for job in jobs:
            runs[job.key] = await self._run_until_in_time(job, runs.get(job.key))
        ended = time.monotonic()
        ordered = tuple(runs[job.key] for job in jobs)
        return Batch(ordered, ended - self._began, ended - others_ended)

    async def _run_until_in_time(self, job: Job, run: Run | None) -> Run:
        while run is None or _deserves_another_try(job.snippet, run):
            tries = run.tries + 1 if run else 1
            run = await self._run(job, tries, alone=True)
        if run.tries > 1 or job.snippet.metadata.alone:
            self._finish(job, run)
        return run

    async def _run(self, job: Job, tries: int, *, alone: bool = False) -> Run:
        kinds = (True, False) if job.is_controlled else (True,)
        if alone:
            executions = [await self._execute(job, recorded=kind) for kind in kinds]
        else:
            # Not `gather`: cancelled, it would not wait until both have cleaned up.
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._execute(job, recorded=kind))
                    for kind in kinds
                ]
            executions = [task.result() for task in tasks]
        run = Run(
            snippet=job.snippet.name,
            recorded=executions[0],
            control=executions[1] if job.is_controlled else None,
            tries=tries,
            made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            python=job.python.name,
            platform=job.python.platform,
            batch=self._batch,
        )
        if not alone and not _deserves_another_try(job.snippet, run):
            self._finish(job, run)
        return run

    def _finish(self, job: Job, run: Run) -> None:
        for observer in self._observers:
            observer.ran(job, run)

    async def _execute(self, job: Job, *, recorded: bool) -> Execution:
        async with self._running, self._sandbox() as sandbox:
            executor = Executor(self._project, job, sandbox, recorded=recorded)
            process = executor.process(self._observers)
            finished, began, starting = await self._process(process, executor)
            # A flood takes seconds to read, and others are being watched meanwhile.
            execution = await asyncio.to_thread(executor.read, finished)
        # The end of one that prints nothing is noticed a moment after it.
        starting = min(starting, execution.wall)
        return replace(execution, began=began, starting=starting)

    @asynccontextmanager
    async def _sandbox(self) -> AsyncIterator[Sandbox]:
        """Folders for one execution; what it left there can take long to remove."""
        sandbox = Sandbox(self._folder / f"{next(self._numbers)}")
        sandbox.make()
        try:
            yield sandbox
        finally:
            await asyncio.to_thread(sandbox.remove)

    async def _process(
        self, process: Process, executor: Executor
    ) -> tuple[Finished, float, float]:
        """What came of a process, when it began, and for how long it was starting."""
        await self._starting.acquire()
        began = time.monotonic()
        release = asyncio.create_task(
            self._release_when_started(process.first_output, executor.is_in_loop)
        )
        try:
            finished = await process.run()
        finally:
            process.first_output.set()
            started = await release
        return finished, round(began - self._began, 6), round(started - began, 6)

    async def _release_when_started(
        self, first_output: asyncio.Event, is_in_loop: Callable[[], bool]
    ) -> float:
        """Let the next one start when this one has; when that was."""
        latest = time.monotonic() + _STARTING
        try:
            while not (first_output.is_set() or is_in_loop()):
                if time.monotonic() >= latest:
                    break
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK):
                        await first_output.wait()
        finally:
            self._starting.release()
        return time.monotonic()


def _deserves_another_try(snippet: Snippet, run: Run) -> bool:
    was_alone = run.tries > 1 or snippet.metadata.alone
    # One that hangs would hang again, and each time for as long.
    is_hanging = was_alone and run.timed_out
    is_last = is_hanging or run.tries >= MOST_TRIES
    if is_last:
        return False
    result = check(snippet, run)
    return result.missed_only_times or (result.missed_a_time and not was_alone)


def _claimed_length(job: Job) -> float:
    claims: Iterable[str] = (c.value for c in job.snippet.claims if c.name == "Takes")
    durations = (parse_duration(value) for value in claims)
    return max((d.seconds for d in durations if d), default=0.0)
