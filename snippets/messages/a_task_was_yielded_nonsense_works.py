"""An __await__ hands on what a sleep yields."""

import asyncio


class Pause:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()


async def main():
    await Pause()
    print("paused")


asyncio.run(main())


# Proof:
# Output:
#     paused
