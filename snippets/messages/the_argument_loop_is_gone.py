"""Locks, queues and events take no argument loop any more."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    asyncio.Lock(loop=loop)


asyncio.run(main())


# Proof:
# Raises: TypeError: Lock.__init__() got an unexpected keyword argument 'loop'
