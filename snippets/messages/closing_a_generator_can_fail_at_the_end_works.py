"""A generator that is closed where it is used fails there."""

import asyncio
import contextlib


async def pages():
    try:
        yield "news"
    finally:
        raise OSError("the connection is gone")


async def main():
    try:
        async with contextlib.aclosing(pages()) as them:
            async for page in them:
                print(page)
                break
    except OSError as error:
        print(error)


asyncio.run(main())


# Proof:
# Output:
#     news
#     the connection is gone
