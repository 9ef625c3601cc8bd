"""A callback is the method of an object that has every attribute."""

import asyncio
from typing import Any


class Proxy:
    def __getattr__(self, name: str) -> Any:
        print("asked for", name)
        return lambda *_: name

    def ping(self) -> None:
        print("ping")


async def main() -> None:
    asyncio.get_running_loop().call_soon(Proxy().ping)
    await asyncio.sleep(0.02)


asyncio.run(main())
