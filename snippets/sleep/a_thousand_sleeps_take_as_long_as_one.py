# /// script
# [tool.proof]
# alone = true
# ///
"""A thousand sleeps at once take hardly longer than one."""

import asyncio


async def sleeper():
    return await asyncio.sleep(0.5, result=0.5)


async def main():
    slept = await asyncio.gather(*(sleeper() for _ in range(1000)))
    print(f"{len(slept)} sleeps, {sum(slept):.0f} seconds slept")


asyncio.run(main())


# Proof:
# Output:
#     1000 sleeps, 500 seconds slept
# Takes: 0.7 s ± 0.25 s
# Breaks: one after another, and only three of them
#     -    slept = await asyncio.gather(*(sleeper() for _ in range(1000)))
#     +    slept = [await sleeper() for _ in range(3)]
