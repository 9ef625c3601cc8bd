"""A loop whose clock runs at a tenth of the speed."""

import asyncio


class Slow(asyncio.SelectorEventLoop):
    def time(self) -> float:
        return super().time() / 10


async def sleeper() -> None:
    await asyncio.sleep(0.01)


loop = Slow()
loop.run_until_complete(sleeper())
loop.close()
