"""async for takes one item after the other; only others may run."""

import asyncio


async def pages():
    for page in (1, 2, 3):
        print("page", page, "asked for")
        await asyncio.sleep(0.1)
        yield page


async def read():
    async for page in pages():
        print("page", page, "came")
        await asyncio.sleep(0.1)
        print("page", page, "read")


async def wait():
    print("other: begins")
    await asyncio.sleep(0.5)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(read(), name="reader")
        group.create_task(wait(), name="other")


asyncio.run(main())


# Proof:
# Output:
#     page 1 asked for
#     other: begins
#     page 1 came
#     page 1 read
#     page 2 asked for
#     page 2 came
#     page 2 read
#     page 3 asked for
#     page 3 came
#     page 3 read
# Takes: 0.6 s
# Steps: reader 7, other 2
# Waits together: reader, other
# Breaks: all pages are fetched beforehand
#     -    async for page in pages():
#     +    for page in [one async for one in pages()]:
# Breaks: the reader blocks all others
#      import asyncio
#     +import time
#
#              print("page", page, "came")
#     -        await asyncio.sleep(0.1)
#     +        time.sleep(0.1)
