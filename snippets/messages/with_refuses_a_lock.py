"""A lock of asyncio needs async with."""

import asyncio


async def main():
    lock = asyncio.Lock()
    with lock:
        print("locked")


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: 'Lock' object does not support the context manager protocol
# Raises [>=3.14]: TypeError: 'asyncio.locks.Lock' object does not support the context manager protocol (missed __exit__ method) but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?
