"""A callback is run by the loop itself, outside every task."""

import asyncio


def ring():
    print("ring: in task", asyncio.current_task())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, ring)
    loop.call_later(0.2, ring)
    await asyncio.sleep(0.3)


asyncio.run(main())


# Proof:
# Output:
#     ring: in task None
#     ring: in task None
# Takes: 0.3 s
# Breaks: a task calls it
#     -    loop.call_later(0.1, ring)
#     -    loop.call_later(0.2, ring)
#     -    await asyncio.sleep(0.3)
#     +    for _ in range(3):
#     +        await asyncio.sleep(0.1)
#     +        ring()
