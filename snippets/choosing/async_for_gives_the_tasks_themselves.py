"""Since 3.13, as_completed gives the tasks themselves to async for."""

import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return f"a page, after {seconds} s"


async def main():
    names = {
        asyncio.create_task(fetch(0.4)): "news",
        asyncio.create_task(fetch(0.1)): "mail",
    }
    async for task in asyncio.as_completed(names):
        print(f"{names[task]}: {await task}")


asyncio.run(main())


# Proof:
# Output [<3.13]:
# Output [>=3.13]:
#     mail: a page, after 0.1 s
#     news: a page, after 0.4 s
# Raises [<3.13]: TypeError: 'async for' requires an object with __aiter__ method, got generator
# Raises [>=3.13]: nothing
# Breaks [>=3.13]: a plain for gives something else
#     -    async for task in asyncio.as_completed(names):
#     +    for task in asyncio.as_completed(names):
