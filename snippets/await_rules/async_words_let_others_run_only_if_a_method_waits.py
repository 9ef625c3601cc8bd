"""async for and async with let others run only if a method waits."""

import asyncio
from contextlib import aclosing

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<10}  {state:<23}  {turns - before}")


class Nothing:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration

    async def aclose(self):
        pass


async def pages():
    yield "news"


async def slow_pages():
    await asyncio.sleep(0)
    yield "mail"


async def read(pages):
    async for _ in pages:
        pass


async def close(pages):
    async with aclosing(pages):
        pass


async def main():
    tick()
    await count("async with", "no method waits", close(Nothing()))
    await count("async for", "no method waits", read(Nothing()))
    await count("async for", "a generator", read(pages()))
    await count("async for", "a slow generator", read(slow_pages()))
    await count("anext()", "no wait before the item", anext(pages()))


asyncio.run(main())


# Proof:
# Output:
#     async with  no method waits          0
#     async for   no method waits          0
#     async for   a generator              0
#     async for   a slow generator         1
#     anext()     no wait before the item  0
# Breaks: a method waits
#          async def aclose(self):
#     -        pass
#     +        await asyncio.sleep(0)
# Breaks: the generator never waits
#     -    await asyncio.sleep(0)
#          yield "mail"
