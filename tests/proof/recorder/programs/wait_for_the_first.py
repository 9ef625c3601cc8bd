"""`wait` until the first is done, until one fails, and until it is late."""

import asyncio


async def nap(seconds: float) -> None:
    await asyncio.sleep(seconds)
    if seconds > 0.1:
        raise ValueError


async def main() -> None:
    tasks = {asyncio.create_task(nap(n / 25), name=f"nap-{n}") for n in (1, 2, 4)}
    done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done))
    done, tasks = await asyncio.wait(tasks, timeout=0.01)
    print(len(done))
    done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(tasks))


asyncio.run(main())
