"""asyncio's own loop, whose selector blocks the worker instead of asking a kernel.

Pyodide's loop hands each callback to the browser, so that nothing ever blocks it: with
it, three times `time.sleep(1)` under `gather` would take one second. This one is what
CPython has on Linux, without sockets.
"""

import asyncio
import selectors
from asyncio import events
from collections.abc import Callable
from typing import Any, NoReturn

from proof.browser.clock import Clock


def _selector(
    clock: Clock, on_deadlock: Callable[[], NoReturn]
) -> type[selectors.BaseSelector]:
    class Selector(selectors.BaseSelector):
        """Waits for the next timer; there is nothing else to wait for."""

        def select(self, timeout: float | None = None) -> list[Any]:
            if timeout is None:
                on_deadlock()
            if timeout > 0:
                clock.wait(timeout)
            return []

        def register(self, *_: object) -> NoReturn:
            raise NotImplementedError("a browser has no files that could be waited for")

        def unregister(self, *_: object) -> NoReturn:
            raise KeyError("nothing is registered")

        def get_map(self) -> dict[int, selectors.SelectorKey]:  # type: ignore[override]
            return {}

    return Selector


def install(clock: Clock, on_deadlock: Callable[[], NoReturn]) -> None:
    """Let `asyncio.run` and all others make loops of this kind.

    Args:
        clock: Blocks while nothing is ready.
        on_deadlock: Is called where everything waits for something that cannot come:
            nothing is ready, and no timer is pending.
    """
    selector = _selector(clock, on_deadlock)

    # As it is called on Linux: programs print it.
    class _UnixSelectorEventLoop(asyncio.BaseEventLoop):
        def __init__(self, own: Any = None) -> None:  # noqa: ANN401
            super().__init__()
            self._selector = own or selector()

        def _process_events(self, event_list: list[Any]) -> None:
            """None ever comes."""

        def _write_to_self(self) -> None:
            """Nobody else could wake it: there are no other threads."""

    class _Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc]
        _loop_factory = _UnixSelectorEventLoop

    # Programs make selectors of their own from it, to see what their loop asks.
    selectors.DefaultSelector = selector  # type: ignore[assignment,misc]
    for name in ("SelectorEventLoop", "EventLoop"):
        setattr(asyncio, name, _UnixSelectorEventLoop)
    events._set_event_loop_policy(_Policy())  # type: ignore[attr-defined]
    # Pyodide runs one of its own around all this.
    events._set_running_loop(None)
    run = asyncio.run
    asyncio.run = getattr(run, "__wrapped__", run)
