"""A thread hands coroutines to the loop and waits for what they return."""

import asyncio
import threading


async def answer(number: int) -> int:
    await asyncio.sleep(0.02)
    return number


async def main() -> None:
    loop, is_over = asyncio.get_running_loop(), asyncio.Event()

    def ask() -> None:
        for number in range(3):
            print(asyncio.run_coroutine_threadsafe(answer(number), loop).result())
        loop.call_soon_threadsafe(is_over.set)

    thread = threading.Thread(target=ask)
    thread.start()
    await is_over.wait()
    thread.join()


asyncio.run(main())
