"""Tasks overlap if all are created before the first is awaited."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print("fetched", name)
    return name


async def main():
    a = asyncio.create_task(fetch("a", 0.3))
    b = asyncio.create_task(fetch("b", 0.2))
    c = asyncio.create_task(fetch("c", 0.1))
    print("main: created three tasks")
    print("main: awaited", await a)
    print("main: awaited", await b)
    print("main: awaited", await c)


asyncio.run(main())


# Proof:
# Output:
#     main: created three tasks
#     fetched c
#     fetched b
#     fetched a
#     main: awaited a
#     main: awaited b
#     main: awaited c
# Takes: 0.3 s
