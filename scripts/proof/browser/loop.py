"""asyncio's own loop, whose selector blocks the worker instead of asking a kernel.

Pyodide's loop hands each callback to the browser, so that nothing ever blocks it: with
it, three times `time.sleep(1)` under `gather` would take one second. This one is what
CPython has on Linux, without sockets.
"""

import asyncio
from asyncio import events
from collections.abc import Callable
from typing import Any, NoReturn

from proof.browser.clock import Clock


class _Selector:
    """Waits for the next timer; there is nothing else to wait for."""

    def __init__(self, clock: Clock, on_deadlock: Callable[[], NoReturn]) -> None:
        self._clock = clock
        self._on_deadlock = on_deadlock

    def select(self, timeout: float | None = None) -> list[NoReturn]:
        if timeout is None:
            self._on_deadlock()
        if timeout > 0:
            self._clock.wait(timeout)
        return []

    def close(self) -> None:
        pass


def install(clock: Clock, on_deadlock: Callable[[], NoReturn]) -> None:
    """Let `asyncio.run` and all others make loops of this kind.

    Args:
        clock: Blocks while nothing is ready.
        on_deadlock: Is called where everything waits for something that cannot come:
            nothing is ready, and no timer is pending.
    """

    # As it is called on Linux: programs print it.
    class _UnixSelectorEventLoop(asyncio.BaseEventLoop):
        def __init__(self, selector: Any = None) -> None:  # noqa: ANN401
            super().__init__()
            self._selector = selector or _Selector(clock, on_deadlock)

        def _process_events(self, event_list: list[Any]) -> None:
            """None ever comes."""

        def _write_to_self(self) -> None:
            """Nobody else could wake it: there are no other threads."""

    class _Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc]
        _loop_factory = _UnixSelectorEventLoop

    for name in ("SelectorEventLoop", "EventLoop"):
        setattr(asyncio, name, _UnixSelectorEventLoop)
    events._set_event_loop_policy(_Policy())  # type: ignore[attr-defined]
    # Pyodide runs one of its own around all this.
    events._set_running_loop(None)
    run = asyncio.run
    asyncio.run = getattr(run, "__wrapped__", run)
