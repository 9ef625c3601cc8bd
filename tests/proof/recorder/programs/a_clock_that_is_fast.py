"""A loop whose clock runs ten times as fast, with a busy task beside a sleeper."""

import asyncio
import time


class Fast(asyncio.SelectorEventLoop):
    def time(self) -> float:
        return super().time() * 10


async def sleeper() -> None:
    await asyncio.sleep(0.5)


async def busy() -> None:
    time.sleep(0.1)


async def main() -> None:
    await asyncio.gather(sleeper(), busy(), sleeper())


loop = Fast()
loop.run_until_complete(main())
loop.close()
