"""A second cancel arrives in the clean-up and cuts it short."""

import asyncio


async def fetch(name):
    try:
        await asyncio.sleep(60)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.2)
        print(name, "has cleaned up")


async def main():
    once = asyncio.create_task(fetch("news"))
    twice = asyncio.create_task(fetch("mail"))
    await asyncio.sleep(0.1)
    once.cancel()
    twice.cancel()
    await asyncio.sleep(0.1)
    twice.cancel()
    await asyncio.wait([once, twice])
    print("cancelled:", once.cancelled(), twice.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     news cleans up
#     mail cleans up
#     news has cleaned up
#     cancelled: True True
# Takes: 0.3 s
# Breaks: nobody cancels it a second time
#     -    twice.cancel()
#          await asyncio.wait([once, twice])
