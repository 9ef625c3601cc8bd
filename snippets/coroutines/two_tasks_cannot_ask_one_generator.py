"""An asynchronous generator serves one task at a time."""

import asyncio


async def rows():
    for row in (1, 2):
        await asyncio.sleep(0.1)
        yield row


async def take(name, some):
    try:
        print(f"{name}: got row", await anext(some))
    except RuntimeError as error:
        print(f"{name}:", error)


async def main():
    some = rows()
    await asyncio.gather(take("first", some), take("second", some))


asyncio.run(main())


# Proof:
# Output:
#     second: anext(): asynchronous generator is already running
#     first: got row 1
# Takes: 0.1 s
# Breaks: each has a generator of its own
#     -    await asyncio.gather(take("first", some), take("second", some))
#     +    await asyncio.gather(take("first", some), take("second", rows()))
