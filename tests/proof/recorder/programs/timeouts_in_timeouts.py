"""Timeouts inside each other, moved, and one that is never reached."""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(3):
        try:
            async with asyncio.timeout(0.05):
                async with asyncio.timeout(2):
                    await asyncio.sleep(3)
        except TimeoutError:
            print("the one in the middle")
    try:
        async with asyncio.timeout(None) as moved:
            moved.reschedule(loop.time() + 0.05)
            await asyncio.sleep(3)
    except TimeoutError:
        print("moved")
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(3)
    except TimeoutError:
        print("at once")


asyncio.run(main())
