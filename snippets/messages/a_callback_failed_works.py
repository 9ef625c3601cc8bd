"""A callback catches what it may raise."""

import asyncio


def tick(number):
    try:
        print(100 / number)
    except ZeroDivisionError as error:
        print("tick:", error)


async def main():
    asyncio.get_running_loop().call_soon(tick, 0)
    await asyncio.sleep(0.1)
    print("main: goes on")


asyncio.run(main())


# Proof:
# Output:
#     tick: division by zero
#     main: goes on
