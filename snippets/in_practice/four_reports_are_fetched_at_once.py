# /// script
# [tool.proof]
# xfail = true
# ///
"""Four reports are fetched at once, each in a task of its own."""

import asyncio


async def fetch(number):
    await asyncio.sleep(0.2)
    return number * 10


async def main():
    total = 0
    for number in range(4):
        report = asyncio.create_task(fetch(number))
        total += await report
    print("total", total)


asyncio.run(main())


# Proof:
# Output:
#     total 60
# Takes: 0.2 s ± 0.15 s
