"""Two tasks hand each other numbers forty times."""

import asyncio


async def play(mine: "asyncio.Queue[int]", yours: "asyncio.Queue[int]") -> None:
    for _ in range(40):
        await yours.put(await mine.get())


async def main() -> None:
    left, right = asyncio.Queue[int](), asyncio.Queue[int]()
    left.put_nowait(1)
    await asyncio.gather(play(left, right), play(right, left))


asyncio.run(main())
