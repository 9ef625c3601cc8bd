"""Generators that sleep, one inside another, one left early, one closed by hand."""

import asyncio
from collections.abc import AsyncGenerator


async def count(end: int) -> AsyncGenerator[int, None]:
    try:
        for number in range(end):
            await asyncio.sleep(0.01)
            yield number
    finally:
        await asyncio.sleep(0.01)


async def through() -> AsyncGenerator[int, None]:
    async for number in count(3):
        yield number


async def main() -> None:
    async for number in through():
        print(number)
    async for number in count(9):
        print(number)
        break
    generator = count(3)
    print(await anext(generator))
    await generator.aclose()
    await asyncio.sleep(0.02)


asyncio.run(main())
