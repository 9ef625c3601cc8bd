"""Results are taken in the order in which they come, with a limit of time."""

import asyncio


async def nap(seconds: float) -> float:
    await asyncio.sleep(seconds)
    return seconds


async def main() -> None:
    naps = [nap(0.06), nap(0.02), nap(0.04)]
    for future in asyncio.as_completed(naps):
        print(await future)
    try:
        for future in asyncio.as_completed([nap(3), nap(0.01)], timeout=0.04):
            print(await future)
    except TimeoutError:
        print("late")


asyncio.run(main())
