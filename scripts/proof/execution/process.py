"""One child process, watched from its start until nothing of it is left."""

import asyncio
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.execution.orphans import MARK, kill_session, kill_survivors, survivors
from proof.recording.lines import Chunks
from proof.runs.run import Stream

MOST_OUTPUT = 1024 * 1024
"""Bytes on one stream after which a process is ended."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that a process may have (Linux)."""

# What a well-behaved child process needs to notice that its parent has gone.
_LINGER = 1.0
# No core dumps; memory is counted in KiB.
_LIMITED = (
    f'ulimit -c 0; {MARK}; ulimit -v {MOST_MEMORY // 1024} 2>/dev/null; exec "$@"'
)

# What the rest of us may have open: standard streams, loop, modules, a site's build.
_OTHER_FILES = 40

OnOutput = Callable[[Stream, bytes, float], None]


def most_at_once() -> int:
    """How many processes can run at once with the files that we may have open."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max((allowed - _OTHER_FILES) // 2, 1)


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
        waited: Seconds for which it could have run and had no processor, as far as the
            system tells (Linux).
    """

    started_at: float
    ended_at: float
    status: int
    cpu: float
    received: Mapping[Stream, Chunks]
    problems: tuple[str, ...]
    waited: float = 0.0


@dataclass(frozen=True)
class _Exit:
    status: int
    cpu: float
    at: float
    waited: float


class _Pipe(asyncio.Protocol):
    """Collects what comes out of a pipe, with times, up to a limit."""

    def __init__(self, on_chunk: Callable[[bytes, float], None]) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self.closed = asyncio.Event()
        self.size = 0
        self._on_chunk = on_chunk

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self.size > MOST_OUTPUT:
            return
        now = time.monotonic()
        self.size += len(data)
        self.chunks.append((now, data))
        self._on_chunk(data, now)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.closed.set()

    def close(self) -> None:
        self._transport.close()


class Process:
    """A child process in a session of its own, with limits and without input.

    Attributes:
        first_output: Set when it has printed something, or has ended.
    """

    def __init__(self, command: Command, on_output: OnOutput | None = None) -> None:
        """Say what to start.

        Args:
            command: What to start.
            on_output: Called with each piece of output and when it arrived.
        """
        self.first_output = asyncio.Event()
        self._command = command
        self._on_output = on_output
        self._pipes: dict[Stream, _Pipe] = {}
        self._is_flooding = asyncio.Event()
        self._problems: list[str] = []

    async def run(self) -> Finished:
        """Start it, and wait until it has ended and nothing of it is left."""
        started_at = time.monotonic()
        child = self._start()
        # asyncio's own subprocesses wait for their pipes too, in some versions, and
        # with them for everybody who inherited one.
        with ThreadPoolExecutor(1, "wait") as waiter:
            exiting = asyncio.wrap_future(waiter.submit(_wait, child.pid))
            try:
                await self._open_pipes(child)
                await self._until_it_should_end(exiting)
            finally:
                if not exiting.done():
                    kill_session(child.pid)
                exited = await exiting
                child.returncode = exited.status
                self.first_output.set()
                await self._end_what_is_left(child.pid)
        await self._drain()
        received = {stream: tuple(pipe.chunks) for stream, pipe in self._pipes.items()}
        return Finished(
            started_at,
            exited.at,
            exited.status,
            exited.cpu,
            received,
            tuple(self._problems),
            exited.waited,
        )

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["/bin/sh", "-c", _LIMITED, "sh", *self._command.arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self._command.working,
            env=dict(self._command.environment),
            start_new_session=True,
        )

    async def _open_pipes(self, child: "subprocess.Popen[bytes]") -> None:
        loop = asyncio.get_running_loop()
        streams: tuple[Stream, Stream] = ("stdout", "stderr")
        for stream, file in zip(streams, (child.stdout, child.stderr), strict=True):
            pipe = self._pipes[stream] = _Pipe(self._listener(stream))
            await loop.connect_read_pipe(lambda pipe=pipe: pipe, file)  # type: ignore[misc]

    def _listener(self, stream: Stream) -> Callable[[bytes, float], None]:
        def listen(data: bytes, at: float) -> None:
            self.first_output.set()
            if self._on_output:
                self._on_output(stream, data, at)
            if self._pipes[stream].size > MOST_OUTPUT:
                self._is_flooding.set()

        return listen

    async def _until_it_should_end(self, exiting: "asyncio.Future[_Exit]") -> None:
        flooding = asyncio.create_task(self._is_flooding.wait())
        waiting: set[asyncio.Future[Any]] = {exiting, flooding}
        timeout = self._command.timeout
        done, _ = await asyncio.wait(
            waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED
        )
        flooding.cancel()
        if not done:
            self._tell(
                f"it did not end within its timeout of {timeout:g} s and was stopped"
            )
        self._tell_of_flood()

    async def _end_what_is_left(self, pid: int) -> None:
        try:
            left = await self._survivors(pid)
        finally:
            await self._kill_survivors(pid)
        if left:
            self._tell(
                f"it left processes running ({', '.join(sorted(left))}), which were "
                "stopped; wait for what you start"
            )

    async def _survivors(self, pid: int) -> set[str]:
        """Names of the processes that are still there after some patience."""
        patience = time.monotonic() + (0 if self._problems else _LINGER)
        while (  # noqa: ASYNC110 (processes that end tell nobody but their parent)
            left := survivors(pid, self._command.home)
        ) and time.monotonic() < patience:
            await asyncio.sleep(0.02)
        return set(left.values())

    async def _kill_survivors(self, pid: int) -> None:
        for _ in range(100):
            if not kill_survivors(pid, self._command.home):
                break
            await asyncio.sleep(0.01)

    async def _drain(self) -> None:
        """Take what is still in the pipes; all who could write to them have ended."""
        pipes = self._pipes.values()
        try:
            async with asyncio.timeout(_LINGER):
                for pipe in pipes:
                    await pipe.closed.wait()
        except TimeoutError:
            self._tell(
                "somewhere a process that it started still holds its output open; "
                "wait for what you start"
            )
        self._tell_of_flood()
        for pipe in pipes:
            pipe.close()

    def _tell_of_flood(self) -> None:
        if self._is_flooding.is_set():
            self._tell(
                f"it printed more than {MOST_OUTPUT // 1024} KiB and was stopped"
            )

    def _tell(self, problem: str) -> None:
        """Note the first problem; what follows from it need not be told."""
        if not self._problems:
            self._problems.append(problem)


def _wait(pid: int) -> _Exit:
    waited = _waited_for_a_processor(pid)
    _, status, usage = os.wait4(pid, 0)
    at = time.monotonic()
    cpu = usage.ru_utime + usage.ru_stime
    return _Exit(os.waitstatus_to_exitcode(status), cpu, at, waited)


if sys.platform == "linux":

    def _waited_for_a_processor(pid: int) -> float:
        """Seconds, as Linux tells of a process that has ended but is still known."""
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        try:
            _, waited, _ = Path(f"/proc/{pid}/schedstat").read_text().split()
        except (OSError, ValueError):  # A kernel without these statistics.
            return 0.0
        return int(waited) / 1e9

else:

    def _waited_for_a_processor(_pid: int) -> float:
        """Nobody tells."""
        return 0.0
