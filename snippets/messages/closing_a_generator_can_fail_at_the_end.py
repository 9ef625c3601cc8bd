"""A generator that fails as run closes it at the end is only logged."""

import asyncio


async def pages():
    try:
        yield "news"
    finally:
        raise OSError("the connection is gone")


async def main():
    async for page in KEPT:
        print(page)
        break


KEPT = pages()
asyncio.run(main())


# Proof:
# Output:
#     news
# Stderr:
#     an error occurred during closing of asynchronous generator <async_generator object pages at 0x...>
#     asyncgen: <async_generator object pages at 0x...>
#     Traceback (most recent call last):
#     ...
#     OSError: the connection is gone
