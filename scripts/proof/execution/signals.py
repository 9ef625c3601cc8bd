"""Ending in order, with all that was started, when a signal arrives."""

import asyncio
import contextlib
import signal
import threading
from collections.abc import Coroutine, Iterable, Iterator
from types import FrameType
from typing import Any, TypeVar

_Result = TypeVar("_Result")

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_USUAL = (signal.SIG_DFL, signal.default_int_handler)


def run_cancellable(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run like `asyncio.run`, but cancel the work when a signal asks to end.

    Further signals are ignored while the work cleans up. Signals that somebody else
    handles are left to them.

    Raises:
        KeyboardInterrupt: It was Ctrl-C.
        SystemExit: It was another signal; the status is what a shell expects.
    """
    if threading.current_thread() is not threading.main_thread():
        return asyncio.run(work)
    received: list[int] = []
    try:
        with _nothing_ignored():
            unhandled = [n for n in _ENDING if signal.getsignal(n) in _USUAL]
            return asyncio.run(_until_received(work, unhandled, received))
    finally:
        if signal.SIGINT in received:
            raise KeyboardInterrupt from None
        if received:
            raise SystemExit(128 + received[0]) from None


async def _until_received(
    work: Coroutine[Any, Any, _Result], numbers: Iterable[int], received: list[int]
) -> _Result:
    """Do the work, which the first of these signals cancels."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task

    def receive(number: int) -> None:
        if not received:
            received.append(number)
            task.cancel()

    # The loop removes them when it is closed.
    for number in numbers:
        loop.add_signal_handler(number, receive, number)
    return await work


@contextlib.contextmanager
def _nothing_ignored() -> Iterator[None]:
    """Handle, by doing nothing, what we were started to ignore.

    Ignoring is inherited, handling is not: in a nightly build in the background,
    programs would otherwise ignore other signals than they do for their author.
    """
    numbers = [*_ENDING, signal.SIGCHLD]
    ignored = [n for n in numbers if signal.getsignal(n) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, _ignore)
    try:
        yield
    finally:
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass
