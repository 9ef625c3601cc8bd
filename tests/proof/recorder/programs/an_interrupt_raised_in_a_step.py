"""`KeyboardInterrupt` and `SystemExit` come out of steps."""

import asyncio


async def leave(error: BaseException) -> None:
    await asyncio.sleep(0.01)
    raise error


async def main(error: BaseException) -> None:
    task = asyncio.create_task(leave(error))
    await asyncio.wait([task])


for error in (KeyboardInterrupt(), SystemExit(3)):
    try:
        asyncio.run(main(error))
    except BaseException as caught:
        print(type(caught).__name__)
