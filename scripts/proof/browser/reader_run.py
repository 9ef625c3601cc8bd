"""The run of a reader's program: executed, recorded, drawn and checked."""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from proof.browser import loop, program
from proof.browser.clock import Clock
from proof.browser.host import Host
from proof.browser.recorded import Recorded
from proof.browser.telling import Telling

if TYPE_CHECKING:
    from proof.browser.outcome import Made

_WORK: Final = Path("/work")
_FOR_EVER: Final = 1e9


def get_ready() -> None:
    """Import now what a program would wait for; nothing of it is recorded."""
    import asyncio  # noqa: F401

    import _proof_loops  # noqa: F401
    import _proof_streams  # noqa: F401
    import _proof_threads  # noqa: F401
    import proof.browser.limit  # noqa: F401


def run(host: Host, name: str, source: str) -> None:
    """Execute a program once, and hand the host what came of it.

    An interpreter is used once: what the program leaves behind, no other finds.

    Args:
        host: The worker around it.
        name: The path of the program below `snippets/`.
        source: The program.
    """
    recorded = Recorded(name, source, [], time.monotonic())

    def on_deadlock() -> NoReturn:
        _finish(host, recorded, None, time.monotonic())
        # The page ends the worker. What the program would do if this raised something,
        # it would not do on CPython.
        while True:
            host.wait(_FOR_EVER)

    telling = Telling(host, recorded)
    clock = Clock(telling)
    clock.install()
    loop.install(clock, on_deadlock)
    _prepare(recorded)
    _arm(host, telling, recorded)
    status = program.execute(recorded.file, source)
    _finish(host, recorded, status, time.monotonic())


def draw(
    host: Host, name: str, source: str, trace: str, began: float, ended: float
) -> None:
    """Hand the host what is known of a program that was stopped elsewhere.

    Args:
        host: The worker around this one; what it received is what the program wrote.
        name: See `run`.
        source: See `run`.
        trace: What was told of its trace.
        began: When it was started, in seconds of `time.monotonic` of where it ran.
        ended: When it was stopped, on the same clock.
    """
    recorded = Recorded(name, source, trace.encode().splitlines(), began)
    _finish(host, recorded, None, ended)


def compare(published: str) -> str:
    """The timelines of the published run and of the one before, as HTML.

    Args:
        published: The published one, as JSON.
    """
    from proof.browser.comparison import compared

    last = _Last.made
    assert last is not None, "nothing was run yet"
    return compared(last.snippet, last.run, published)


def warm_up() -> None:
    """Import what draws, while nothing else is to be done."""
    import proof.browser.comparison  # noqa: F401


class _Last:
    """What was run: an interpreter executes one program."""

    made: "Made | None" = None


def _finish(
    host: Host, recorded: Recorded, status: int | None, ended_at: float
) -> None:
    # Not before: a program is waiting for its first line of output.
    from proof.browser.outcome import made, outcome

    _Last.made = made(recorded, host.received(), status, ended_at)
    host.finish(json.dumps(outcome(_Last.made, ended=status is not None)))


def _prepare(recorded: Recorded) -> None:
    recorded.file.parent.mkdir(parents=True, exist_ok=True)
    recorded.file.write_text(recorded.source, "utf-8")
    _WORK.mkdir(exist_ok=True)
    os.chdir(_WORK)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(write_through=True)  # type: ignore[union-attr]


def _arm(host: Host, telling: Telling, recorded: Recorded) -> None:
    """Let the recorder watch what comes, as its sitecustomize does on CPython."""
    import _proof_loops
    import _proof_streams
    import _proof_threads
    from _proof_tasks import Tasks
    from proof.browser.limit import LimitedTrace

    since = time.monotonic()
    trace = LimitedTrace(
        telling.append, lambda why: host.exceeded(why, time.monotonic())
    )
    tasks = Tasks(trace, str(recorded.file))
    _proof_streams.watch(trace, tasks, str(recorded.file))
    _proof_loops.watch(trace, tasks)
    _proof_threads.watch(trace)
    trace.write(f'"armed",{since:.6f}')
