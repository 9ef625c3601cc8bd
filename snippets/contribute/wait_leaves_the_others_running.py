"""Waiting for the first task leaves the others running."""

import asyncio


async def ask(server, seconds):
    await asyncio.sleep(seconds)
    print("answer from", server)


async def main():
    near = asyncio.create_task(ask("near", 0.2))
    far = asyncio.create_task(ask("far", 0.5))
    done, others = await asyncio.wait(
        [near, far], return_when=asyncio.FIRST_COMPLETED
    )
    print(len(done), "done,", len(others), "still running")
    await asyncio.sleep(0.4)


asyncio.run(main())


# Proof:
# Output:
#     answer from near
#     1 done, 1 still running
#     answer from far
# Takes: 0.6 s
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(seconds)
#     +    time.sleep(seconds)
