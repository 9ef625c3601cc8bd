# /// script
# [tool.proof]
# alone = true
# ///
"""Naive sleeping drifts from round to round; deadlines do not."""

import asyncio
from itertools import pairwise

PERIOD, ROUNDS = 0.02, 20


async def naive():
    clock = asyncio.get_running_loop().time
    begin, late = clock(), []
    for number in range(1, ROUNDS + 1):
        await asyncio.sleep(PERIOD)
        late.append(round(clock() - (begin + number * PERIOD), 6))
    return late


async def deadlines():
    clock = asyncio.get_running_loop().time
    begin, late = clock(), []
    for number in range(1, ROUNDS + 1):
        due = begin + number * PERIOD
        await asyncio.sleep(due - clock())
        late.append(round(clock() - due, 6))
    return late


async def main():
    both = await asyncio.gather(naive(), deadlines())
    print("late in round  naive     deadlines")
    for number, late in enumerate(zip(*both, strict=True), 1):
        print(
            f"{number:13}", *(f"{one * 1000:6.2f} ms" for one in late)
        )
    for name, late in zip(("naive", "deadlines"), both, strict=True):
        grows = all(now >= before for before, now in pairwise(late))
        grows = grows and late[-1] > late[0] + 0.0005
        early = min(late) < -0.001
        print(name, "ever later:", grows, "ever early:", early)


asyncio.run(main())


# Proof:
# Output:
#     late in round  naive     deadlines
#     ...
#                20 ... ms ... ms
#     naive ever later: True ever early: False
#     deadlines ever later: False ever early: False
# Takes: 0.42 s ± 0.2 s
# Breaks: the deadlines are made naive too
#     -        due = begin + number * PERIOD
#     -        await asyncio.sleep(due - clock())
#     +        due = begin + number * PERIOD
#     +        await asyncio.sleep(PERIOD)
