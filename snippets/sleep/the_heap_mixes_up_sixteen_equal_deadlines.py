"""Sixteen sleeps with one deadline end in the order of a heap."""

import asyncio


async def sleep_until(deadline, number, woken):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_at(deadline, future.set_result, None)
    await future
    woken.append(number)


async def order(step):
    deadline = asyncio.get_running_loop().time() + 0.1
    woken: list[int] = []
    await asyncio.gather(
        *(
            sleep_until(deadline + number * step, number, woken)
            for number in range(16)
        )
    )
    return woken


async def main():
    equal = await order(0)
    apart = await order(0.001)
    print("begun  woken: equal  1 ms apart")
    for number in range(16):
        row = equal.index(number) + 1, apart.index(number) + 1
        print(f"{number + 1:5} {row[0]:13} {row[1]:11}")


asyncio.run(main())


# Proof:
# Output:
#     begun  woken: equal  1 ms apart
#         1             1           1
#         2            15           2
#         3             2           3
#         4            16           4
#         5            14           5
#         6            12           6
#         7             3           7
#         8            13           8
#         9            11           9
#        10            10          10
#        11             9          11
#        12             8          12
#        13             7          13
#        14             5          14
#        15             4          15
#        16             6          16
# Takes: 0.22 s ± 0.2 s
# Breaks: all deadlines are a little apart
#     -    equal = await order(0)
#     +    equal = await order(0.001)
