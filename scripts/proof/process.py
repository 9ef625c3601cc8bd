"""One child process, watched from its start until nothing of it is left."""

import asyncio
import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof.arrivals import Chunks
from proof.leftovers import kill_escaped, kill_session, living_members
from proof.runs import Stream

MOST_OUTPUT = 1024 * 1024
"""Bytes on one stream after which a process is ended."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that a process may have (Linux)."""

_MOST_FILE = 1024**3
# What a well-behaved child process needs to notice that its parent has gone.
_LINGER = 0.5
# `ulimit` counts memory in KiB and files in blocks of 512 bytes; no core dumps.
_LIMITED = (
    f"ulimit -c 0; ulimit -f {_MOST_FILE // 512}; "
    f'ulimit -v {MOST_MEMORY // 1024} 2>/dev/null; exec "$@"'
)

OnOutput = Callable[[Stream, bytes, float], None]


@dataclass(frozen=True)
class Command:
    """What to start, and where.

    Attributes:
        arguments: The program and its arguments.
        environment: All of its environment.
        home: A folder of its own, which `environment` names as its home: by it,
            processes that left its session are found again.
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
    """

    started_at: float
    ended_at: float
    status: int
    cpu: float
    received: Mapping[Stream, Chunks]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _Exit:
    status: int
    cpu: float
    at: float


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
        spoke: Set when it has printed something, or has ended.
    """

    def __init__(self, command: Command, on_output: OnOutput | None = None) -> None:
        """Say what to start.

        Args:
            command: What to start.
            on_output: Called with each piece of output and when it arrived.
        """
        self.spoke = asyncio.Event()
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
                self.spoke.set()
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
            self.spoke.set()
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
            self._problems.append(
                f"it did not end within its timeout of {timeout:g} s and was stopped"
            )
        elif self._is_flooding.is_set():
            self._problems.append(
                f"it printed more than {MOST_OUTPUT // 1024} KiB and was stopped"
            )

    async def _end_what_is_left(self, pid: int) -> None:
        patience = time.monotonic() + (0 if self._problems else _LINGER)
        while (  # noqa: ASYNC110 (processes that end tell nobody but their parent)
            left := living_members(pid)
        ) and time.monotonic() < patience:
            await asyncio.sleep(0.02)
        kill_session(pid)
        left |= await asyncio.to_thread(kill_escaped, self._command.home)
        if left and not self._problems:
            self._problems.append(
                f"it left processes running ({', '.join(sorted(left))}), which were "
                "stopped; wait for what you start"
            )

    async def _drain(self) -> None:
        """Take what is still in the pipes; all who could write to them have ended."""
        pipes = self._pipes.values()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LINGER):
                for pipe in pipes:
                    await pipe.closed.wait()
        for pipe in pipes:
            pipe.close()


def _wait(pid: int) -> _Exit:
    _, status, usage = os.wait4(pid, 0)
    at = time.monotonic()
    cpu = usage.ru_utime + usage.ru_stime
    return _Exit(os.waitstatus_to_exitcode(status), cpu, at)
