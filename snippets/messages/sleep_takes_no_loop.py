"""sleep takes no argument loop any more."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.1, loop=loop)


asyncio.run(main())


# Proof:
# Raises: TypeError: sleep() got an unexpected keyword argument 'loop'
