"""A thread hands a coroutine to the loop and waits for its result."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


def in_a_thread(loop):
    coroutine = fetch("news", 0.2)
    future = asyncio.run_coroutine_threadsafe(coroutine, loop)
    return future.result()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(in_a_thread, loop))


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     <news>
# Breaks: the thread does not wait for the result
#     -    return future.result()
#     +    return future.done()
