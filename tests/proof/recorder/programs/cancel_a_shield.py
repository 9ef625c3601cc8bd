"""The one that waits is cancelled, what is shielded goes on."""

import asyncio


async def work() -> int:
    await asyncio.sleep(0.2)
    return 1


async def guard(task: "asyncio.Task[int]") -> int:
    return await asyncio.shield(task)


async def main() -> None:
    task = asyncio.create_task(work())
    waiting = asyncio.create_task(guard(task))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(await task)


asyncio.run(main())
