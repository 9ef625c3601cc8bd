"""Ending in order, with all that was started, when a signal says so."""

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from types import FrameType
from typing import Any, TypeVar

_Result = TypeVar("_Result")

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def run_cancellable(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run like `asyncio.run`, but cancel the work when a signal says to end.

    Raises:
        KeyboardInterrupt: It was Ctrl-C.
        SystemExit: It was another signal.
    """
    if threading.current_thread() is not threading.main_thread():
        return asyncio.run(work)
    listener = _Listener()
    with _handled(listener.hear):
        try:
            result = asyncio.run(listener.work_until_heard(work))
        except asyncio.CancelledError:
            listener.heed()
            raise
    listener.heed()
    return result


class _Listener:
    """Cancels a task at the first signal; whoever insists still has to wait."""

    def __init__(self) -> None:
        self._heard: int | None = None
        self._cancel: Callable[[], object] | None = None

    def hear(self, number: int, _frame: FrameType | None) -> None:
        if self._heard is None:
            self._heard = number
            if self._cancel:
                self._cancel()

    async def work_until_heard(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        loop = asyncio.get_running_loop()
        task = asyncio.ensure_future(work)
        self._cancel = lambda: loop.call_soon_threadsafe(task.cancel)
        try:
            if self._heard is not None:
                task.cancel()
            return await task
        finally:
            self._cancel = None

    def heed(self) -> None:
        if self._heard == signal.SIGINT:
            raise KeyboardInterrupt
        if self._heard is not None:
            raise SystemExit(128 + self._heard)


@contextlib.contextmanager
def _handled(hear: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Hear the signals that would end us, and those that we were told to ignore.

    Who is started by us would ignore the latter too: a nightly build in the background
    would execute other programs than its author. What is heard is not inherited.
    """
    before = {number: signal.getsignal(number) for number in (*_ENDING, signal.SIGCHLD)}
    for number, handler in before.items():
        if handler is signal.SIG_IGN:
            signal.signal(number, _ignore)
        elif number in _ENDING and handler in (
            signal.SIG_DFL,
            signal.default_int_handler,
        ):
            signal.signal(number, hear)
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) in (hear, _ignore):
                signal.signal(number, handler)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass
