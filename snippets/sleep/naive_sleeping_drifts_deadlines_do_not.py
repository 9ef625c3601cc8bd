# /// script
# [tool.proof]
# alone = true
# ///
"""Naive sleeping drifts from round to round; deadlines do not."""

import asyncio
from statistics import mean

PERIOD, ROUNDS = 0.01, 30


async def naive():
    clock = asyncio.get_running_loop().time
    begin, late = clock(), []
    for number in range(1, ROUNDS + 1):
        await asyncio.sleep(PERIOD)
        late.append(clock() - (begin + number * PERIOD))
    return late


async def deadlines():
    clock = asyncio.get_running_loop().time
    begin, late = clock(), []
    for number in range(1, ROUNDS + 1):
        due = begin + number * PERIOD
        await asyncio.sleep(due - clock())
        late.append(clock() - due)
    return late


async def main():
    both = await asyncio.gather(naive(), deadlines())
    for name, late in zip(("naive", "deadlines"), both, strict=True):
        rounds = f"first {late[0] * 1000:.2f} ms,"
        rounds += f" last {late[-1] * 1000:.2f} ms"
        print(f"{name:<9} late: {rounds}")
    drifts = mean(both[0]) > mean(both[1])
    print("later on average:", "naive" if drifts else "deadlines")


asyncio.run(main())


# Proof:
# Output:
#     naive     late: first ... ms, last ... ms
#     deadlines late: first ... ms, last ... ms
#     later on average: naive
# Takes: 0.3 s ± 0.5 s
