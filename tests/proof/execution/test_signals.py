"""A signal ends the work in order."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable

import pytest

from proof.execution.signals import run_cancellable


async def _receive(number: int, ended: list[str]) -> None:
    os.kill(os.getpid(), number)
    try:
        await asyncio.sleep(60)
    finally:
        ended.append("in order")


def test_what_the_work_returns_is_returned() -> None:
    assert run_cancellable(asyncio.sleep(0, "done")) == "done"


def test_what_the_work_raises_is_raised() -> None:
    async def fail() -> None:
        raise ValueError("its own")

    with pytest.raises(ValueError, match="its own"):
        run_cancellable(fail())


def test_ctrl_c_ends_the_work_in_order() -> None:
    ended: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        run_cancellable(_receive(signal.SIGINT, ended))
    assert ended == ["in order"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_so_do_other_signals(number: int) -> None:
    ended: list[str] = []
    with pytest.raises(SystemExit) as caught:
        run_cancellable(_receive(number, ended))
    assert ended == ["in order"]
    assert caught.value.code == 128 + number


def test_signals_are_handled_afterwards_as_before() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    before = [signal.getsignal(number) for number in numbers]
    run_cancellable(asyncio.sleep(0))
    assert [signal.getsignal(number) for number in numbers] == before


def test_a_handler_of_somebody_else_stays() -> None:
    received: list[int] = []
    handle: Callable[[int, object], None] = lambda number, _: received.append(number)  # noqa: E731
    before = signal.signal(signal.SIGTERM, handle)

    async def receive() -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        return "done"

    try:
        assert run_cancellable(receive()) == "done"
    finally:
        signal.signal(signal.SIGTERM, before)
    assert received == [signal.SIGTERM]


def test_outside_the_main_thread_it_runs_all_the_same() -> None:
    results: list[str] = []

    def work() -> None:
        results.append(run_cancellable(asyncio.sleep(0, "done")))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert results == ["done"]
