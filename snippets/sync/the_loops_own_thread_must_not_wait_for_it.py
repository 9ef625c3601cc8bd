"""A plain function on the loop cannot wait for the loop."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    return f"<{name}>"


def page(name, loop):
    coroutine = fetch(name, 0.1)
    future = asyncio.run_coroutine_threadsafe(coroutine, loop)
    try:
        return future.result(timeout=0.3)
    except TimeoutError:
        return "nothing in 0.3 s"


async def main():
    loop = asyncio.get_running_loop()
    print("on the loop:", page("news", loop))
    print("in a thread:", await asyncio.to_thread(page, "mail", loop))


asyncio.run(main())


# Proof:
# Output:
#     on the loop: nothing in 0.3 s
#     news asked
#     mail asked
#     in a thread: <mail>
# Blocks: 0.3 s
# Breaks: another thread waits for it
#     -    print("on the loop:", page("news", loop))
#     +    print("on the loop:", await asyncio.to_thread(page, "news", loop))
