"""asyncio.sleep takes numbers that can be added to a float."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

DELAYS: list[Any] = [
    Fraction(1, 100),
    False,
    True,
    float("inf"),
    Decimal(0),
    Decimal("0.01"),
    "0.01",
    None,
    timedelta(seconds=1),
    10**400,
]


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(d)) for d in DELAYS]
    await asyncio.wait(tasks, timeout=0.5)
    for delay, task in zip(DELAYS, tasks, strict=True):
        print(repr(delay)[:28], end=": ")
        if not task.done():
            print("still asleep")
        elif error := task.exception():
            print(f"{type(error).__name__}\n    {error}")
        else:
            print("slept")


asyncio.run(main())


# Proof:
# Output:
#     Fraction(1, 100): slept
#     False: slept
#     True: still asleep
#     inf: still asleep
#     Decimal('0'): slept
#     Decimal('0.01'): TypeError
#         unsupported operand type(s) for +: 'float' and 'decimal.Decimal'
#     '0.01': TypeError
#         '<=' not supported between instances of 'str' and 'int'
#     None: TypeError
#         '<=' not supported between instances of 'NoneType' and 'int'
#     datetime.timedelta(seconds=1: TypeError
#         '<=' not supported between instances of 'datetime.timedelta' and 'int'
#     1000000000000000000000000000: OverflowError
#         int too large to convert to float
# Takes: 0.5 s ± 0.3 s
# Breaks: the number is made a float
#     -    Decimal("0.01"),
#     -    "0.01",
#     +    float(Decimal("0.01")),
#     +    float("0.01"),
