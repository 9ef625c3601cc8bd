"""A sleep of NaN is refused, or lasts as long as another sleep."""

import asyncio


async def sleep_nan(where):
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print(f"{where}: {error}")
    else:
        print(f"{where}: slept")


async def main():
    await sleep_nan("alone")
    neighbour = asyncio.create_task(asyncio.sleep(0.3))
    await asyncio.sleep(0)
    await sleep_nan("beside")
    print("the neighbour is done:", neighbour.done())
    await neighbour


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     alone: slept
#     beside: slept
#     the neighbour is done: True
# Output [>=3.13]:
#     alone: Invalid delay: NaN (not a number)
#     beside: Invalid delay: NaN (not a number)
#     the neighbour is done: False
# Breaks: the delay is below zero
#     -        await asyncio.sleep(float("nan"))
#     +        await asyncio.sleep(-1)
