"""Calling a coroutine function runs nothing of its body."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    coroutine = fetch("news", 0.1)
    print("main got a", type(coroutine).__name__)
    await asyncio.sleep(0.3)
    print("main waited for a while")
    print("main has", await coroutine)


asyncio.run(main())


# Proof:
# Output:
#     main got a coroutine
#     main waited for a while
#     news asked
#     news there
#     main has <news>
# Takes: 0.4 s
# Blocks: 0.0 s
# Breaks: a task runs it without being awaited
#     -    coroutine = fetch("news", 0.1)
#     +    coroutine = asyncio.create_task(fetch("news", 0.1))
# Breaks: the loop is not free while main waits
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(0.3)
#     +    time.sleep(0.3)
