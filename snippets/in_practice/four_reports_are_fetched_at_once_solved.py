"""Four reports are fetched at once, each in a task of its own."""

import asyncio


async def fetch(number):
    await asyncio.sleep(0.2)
    return number * 10


async def main():
    reports = [asyncio.create_task(fetch(n)) for n in range(4)]
    total = 0
    for report in reports:
        total += await report
    print("total", total)


asyncio.run(main())


# Proof:
# Output:
#     total 60
# Takes: 0.2 s ± 0.15 s
