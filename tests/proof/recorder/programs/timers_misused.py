"""`call_at` is given what is no time, and the program goes on."""

import asyncio
from typing import Any


async def main() -> None:
    loop: Any = asyncio.get_running_loop()
    for when in (None, "soon", [1]):
        try:
            loop.call_at(when, print)
        except TypeError as error:
            print(error)
    try:
        loop.call_soon(None)
    except TypeError as error:
        print(error)
    loop.call_at(0, print, "long ago")
    loop.call_later(3, print, "not printed").cancel()
    loop.call_soon(print, "not printed").cancel()
    await asyncio.sleep(0.02)


asyncio.run(main())
