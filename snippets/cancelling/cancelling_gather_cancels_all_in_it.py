"""Cancel a task that waits for gather, and all in it is cancelled."""

import asyncio


async def fetch(name):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    async def both():
        await asyncio.gather(fetch("news"), fetch("mail"))

    waiting = asyncio.create_task(both())
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print("cancelled:", waiting.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     news cancelled
#     mail cancelled
#     cancelled: True
# Takes: 0.1 s
# Breaks: the gather is shielded
#     -        await asyncio.gather(fetch("news"), fetch("mail"))
#     +        await asyncio.shield(
#     +            asyncio.gather(fetch("news"), fetch("mail"))
#     +        )
