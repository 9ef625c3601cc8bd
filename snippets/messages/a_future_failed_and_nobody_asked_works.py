"""Who asks a future gets its exception."""

import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("no network"))
    try:
        await future
    except OSError as error:
        print("failed:", error)


asyncio.run(main())


# Proof:
# Output:
#     failed: no network
