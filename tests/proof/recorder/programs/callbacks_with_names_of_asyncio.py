"""Callbacks of the program have the names of asyncio's own, and hold the loop."""

import asyncio
import time
from functools import partial


def _on_timeout() -> None:
    time.sleep(0.08)


def _set_state(seconds: float) -> None:
    time.sleep(seconds)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, _on_timeout)
    loop.call_soon(partial(_set_state, 0.06))
    loop.call_soon(time.sleep, 0.06)
    future = loop.create_future()
    loop.call_later(0.15, future.set_result, 1)
    await future


asyncio.run(main())
