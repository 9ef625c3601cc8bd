"""One child process, watched from its start until nothing of it is left."""

import asyncio
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.errors import ProofError
from proof.execution.exit import Ended, wait
from proof.execution.limits import LIMITED
from proof.execution.orphans import kill_session, kill_survivors, survivors
from proof.execution.pipe import MOST_OUTPUT, Pipe
from proof.recording.lines import Chunks
from proof.runs.run import Stream

# Seconds that a well-behaved child process needs to notice that its parent has gone.
_LINGER = 1.0

OnOutput = Callable[[Stream, bytes, float], None]


@dataclass(frozen=True)
class Command:
    """What to start, and where.

    Attributes:
        arguments: The program and its arguments.
        environment: All of its environment.
        home: A folder of its own, which `environment` names as its home: on macOS,
            processes that left its session are found again by it.
        working: Its working directory.
        timeout: Seconds after which it is ended.
    """

    arguments: Sequence[str]
    environment: Mapping[str, str]
    home: Path
    working: Path
    timeout: float


@dataclass(frozen=True)
class Finished:
    """A process that has ended. Times are seconds of `time.monotonic`.

    Attributes:
        started_at: When it was started.
        ended_at: When it ended.
        status: Exit status; a signal as its negative number.
        cpu: Seconds of processor time of it and the children it waited for.
        received: For each stream, what was read from its pipe and when.
        problems: What had to be done about it, one sentence each.
        waited: Seconds for which its main thread could have run and had no processor,
            as far as the system reports it (Linux).
        timed_out: Whether it was stopped at its timeout; the first of `problems` then.
    """

    started_at: float
    ended_at: float
    status: int
    cpu: float
    received: Mapping[Stream, Chunks]
    problems: tuple[str, ...]
    waited: float = 0.0
    timed_out: bool = False


class Process:
    """A child process in a session of its own, with limits and without input.

    Attributes:
        first_output: Set when it has printed something, or has ended.
    """

    def __init__(self, command: Command, on_output: OnOutput | None = None) -> None:
        """Say what to start.

        Args:
            command: What to start.
            on_output: Called with each piece of output and when it was received.
        """
        self.first_output = asyncio.Event()
        self._command = command
        self._on_output = on_output
        self._pipes: dict[Stream, Pipe] = {}
        self._is_flooding = asyncio.Event()
        self._problems: list[str] = []
        self._timed_out = False

    async def run(self) -> Finished:
        """Start it, and wait until it has ended and nothing of it is left."""
        started_at = time.monotonic()
        child = self._start()
        # asyncio's own subprocesses wait for their pipes too, in some versions, and
        # with them for every process that inherited one.
        with ThreadPoolExecutor(1, "wait") as waiter:
            ending = asyncio.wrap_future(waiter.submit(wait, child.pid))
            try:
                await self._open_pipes(child)
                await self._until_it_should_end(ending)
            finally:
                if not ending.done():
                    kill_session(child.pid)
                ended = await ending
                self.first_output.set()
                child.returncode, cpu = await self._reap(ended)
        await self._drain()
        return Finished(
            started_at=started_at,
            ended_at=ended.at,
            status=child.returncode,
            cpu=cpu,
            received={name: tuple(pipe.chunks) for name, pipe in self._pipes.items()},
            problems=tuple(self._problems),
            waited=ended.waited,
            timed_out=self._timed_out,
        )

    def _start(self) -> "subprocess.Popen[bytes]":
        try:
            return subprocess.Popen(
                ["/bin/sh", "-c", LIMITED, "sh", *self._command.arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self._command.working,
                env=dict(self._command.environment),
                start_new_session=True,
            )
        except OSError as error:
            raise ProofError(
                f"no program can be started here ({error}); end what takes up the "
                "machine, and try again"
            ) from None

    async def _open_pipes(self, child: "subprocess.Popen[bytes]") -> None:
        loop = asyncio.get_running_loop()
        streams: tuple[Stream, Stream] = ("stdout", "stderr")
        for stream, file in zip(streams, (child.stdout, child.stderr), strict=True):
            pipe = self._pipes[stream] = Pipe(self._receiver(stream))
            await loop.connect_read_pipe(lambda pipe=pipe: pipe, file)  # type: ignore[misc]

    def _receiver(self, stream: Stream) -> Callable[[bytes, float], None]:
        def receive(data: bytes, at: float) -> None:
            self.first_output.set()
            if self._on_output:
                self._on_output(stream, data, at)
            if self._pipes[stream].is_flooded:
                self._is_flooding.set()

        return receive

    async def _until_it_should_end(self, ending: "asyncio.Future[Ended]") -> None:
        flooding = asyncio.create_task(self._is_flooding.wait())
        waiting: set[asyncio.Future[Any]] = {ending, flooding}
        timeout = self._command.timeout
        try:
            done, _ = await asyncio.wait(
                waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            flooding.cancel()
        self._timed_out = not done
        if self._timed_out:
            self._add_problem(
                f"it did not end within its timeout of {timeout:g} s and was stopped"
            )
        self._add_flood()

    async def _reap(self, ended: Ended) -> tuple[int, float]:
        """End what it left while its session has its number; how it ended."""
        try:
            await self._end_what_is_left(ended.pid)
        finally:
            status, cpu = ended.reap()
        return status, cpu

    async def _end_what_is_left(self, pid: int) -> None:
        try:
            left = await self._survivors(pid)
        finally:
            await self._kill_survivors(pid)
        if left:
            self._add_problem(
                f"it left processes running ({', '.join(sorted(left))}), which were "
                "stopped; wait for what you start"
            )

    async def _survivors(self, pid: int) -> set[str]:
        """Names of the processes that are still there after some patience.

        All processes are looked at in another thread: meanwhile output is received.
        """
        patience = time.monotonic() + (0 if self._problems else _LINGER)
        home = self._command.home
        while (  # noqa: ASYNC110 (processes that end notify nobody but their parent)
            left := await asyncio.to_thread(survivors, pid, home)
        ) and time.monotonic() < patience:
            await asyncio.sleep(0.02)
        return left

    async def _kill_survivors(self, pid: int) -> None:
        home = self._command.home
        for _ in range(100):
            if not await asyncio.to_thread(kill_survivors, pid, home):
                break
            await asyncio.sleep(0.01)

    async def _drain(self) -> None:
        """Read what is still in the pipes; all that could write to them have ended."""
        pipes = self._pipes.values()
        try:
            async with asyncio.timeout(_LINGER):
                for pipe in pipes:
                    await pipe.closed.wait()
        except TimeoutError:
            self._add_problem(
                "somewhere a process that it started still holds its output open; "
                "wait for what you start"
            )
        self._add_flood()
        for pipe in pipes:
            pipe.close()

    def _add_flood(self) -> None:
        if self._is_flooding.is_set():
            self._add_problem(
                f"it printed more than {MOST_OUTPUT // 1024} KiB and was stopped"
            )

    def _add_problem(self, problem: str) -> None:
        """Record the first problem; later ones are consequences."""
        if not self._problems:
            self._problems.append(problem)
