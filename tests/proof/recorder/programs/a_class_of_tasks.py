"""A subclass of tasks has its own way to be cancelled."""

import asyncio
from typing import Any


class Counted(asyncio.Task[Any]):
    asked = 0

    def cancel(self, msg: Any = None) -> bool:
        self.asked += 1
        return super().cancel(msg)


async def nap() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = Counted(nap(), loop=asyncio.get_running_loop())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    print(task.asked)


asyncio.run(main())
