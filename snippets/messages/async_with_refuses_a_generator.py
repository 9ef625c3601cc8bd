"""async with needs a decorator on a function that yields."""

import asyncio


async def connect():
    print("opened")
    yield "<connection>"
    print("closed")


async def main():
    async with connect() as connection:
        print(connection)


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: 'async_generator' object does not support the asynchronous context manager protocol
# Raises [>=3.14]: TypeError: 'async_generator' object does not support the asynchronous context manager protocol (missed __aexit__ method)
