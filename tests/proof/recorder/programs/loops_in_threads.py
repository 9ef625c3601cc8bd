"""Four threads run a loop each."""

import asyncio
import threading


async def ticks(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0.02)


async def main(count: int) -> None:
    await asyncio.gather(ticks(count), ticks(count + 1))


threads = [threading.Thread(target=lambda n=n: asyncio.run(main(n))) for n in (3, 4, 5)]
for thread in threads:
    thread.start()
asyncio.run(main(6))
for thread in threads:
    thread.join()
