"""Of a task that goes on, debug mode names the next await."""

import asyncio
import time


async def read(name):
    time.sleep(0.3)
    print("read", name)
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(read("news"), name="news")


asyncio.run(main(), debug=True)


# Proof:
# Output:
#     read news
# Stderr:
#     ...
#     Executing <Task pending name='news' coro=<read() running at ...:10> ...> took ... seconds
#     ...
# Takes: 0.4 s ± 0.2 s
# Breaks: the task ends with the step that blocks
#          print("read", name)
#     -    await asyncio.sleep(0.1)
