"""A future that failed, and that nobody asked, is logged."""

import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("no network"))


asyncio.run(main())


# Proof:
# Stderr:
#     Future exception was never retrieved
#     future: <Future finished exception=OSError('no network')>
#     OSError: no network
