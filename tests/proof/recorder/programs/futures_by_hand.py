"""Futures are given results and exceptions; two tasks wait for one."""

import asyncio


async def waiter(future: "asyncio.Future[int]") -> None:
    try:
        print(await future)
    except ValueError:
        print("failed")


async def main() -> None:
    loop = asyncio.get_running_loop()
    first, second = loop.create_future(), loop.create_future()
    tasks = [asyncio.create_task(waiter(f)) for f in (first, first, second)]
    loop.call_later(0.02, first.set_result, 1)
    loop.call_later(0.04, second.set_exception, ValueError())
    await asyncio.gather(*tasks)
    done = loop.create_future()
    done.set_result(2)
    print(await done)


asyncio.run(main())
