"""A plain future is cancelled: whoever waits for it was not asked."""

import asyncio


async def waiter(future: "asyncio.Future[None]") -> None:
    try:
        await future
    except asyncio.CancelledError:
        print("the future was cancelled")


async def main() -> None:
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    asyncio.get_running_loop().call_later(0.05, future.cancel)
    await task


asyncio.run(main())
