"""One of what is gathered fails; another goes on."""

import asyncio


async def work(seconds: float, failure: Exception | None = None) -> float:
    await asyncio.sleep(seconds)
    if failure:
        raise failure
    return seconds


async def main() -> None:
    other = asyncio.create_task(work(0.1), name="other")
    try:
        await asyncio.gather(work(0.03, ValueError("no")), other)
    except ValueError:
        print("failed")
    print(await asyncio.gather(work(0.01, KeyError()), other, return_exceptions=True))


asyncio.run(main())
