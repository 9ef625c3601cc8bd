# /// script
# [tool.proof]
# xfail = true
# ///
"""A tick comes every fifth of a second, whatever the work takes."""

import asyncio

PERIOD = 0.2


async def main():
    clock = asyncio.get_running_loop().time
    begin = due = clock()
    for work in (0.18, 0.16, 0.02, 0.04):
        await asyncio.sleep(work)
        due += PERIOD
        await asyncio.sleep(PERIOD)
        print("tick", round((clock() - begin) / PERIOD))


asyncio.run(main())


# Proof:
# Output:
#     tick 1
#     tick 2
#     tick 3
#     tick 4
# Takes: 0.8 s ± 0.15 s
