"""await binds tighter than operators, looser than a call or a dot."""

import asyncio


class Box:
    """Holds a number."""

    async def get(self):
        return 3


async def two():
    return 2


async def open_box():
    return Box()


async def main():
    print(-await two(), "is", -(await two()))
    print(await two() ** 2, "is", (await two()) ** 2)
    print(2 ** await two() * 5, "is", (2 ** (await two())) * 5)
    print(await two() + 1, "is", (await two()) + 1)

    box = Box()
    got = box.get()
    print(await box.get(), "is", await got)
    print(await (await open_box()).get(), "takes parentheses")


asyncio.run(main())


# Proof:
# Output:
#     -2 is -2
#     4 is 4
#     20 is 20
#     3 is 3
#     3 is 3
#     3 takes parentheses
# Breaks: the power is awaited
#     -    print(await two() ** 2, "is", (await two()) ** 2)
#     +    print(await (two() ** 2), "is", (await two()) ** 2)
# Breaks: the box is not awaited first
#     -    print(await (await open_box()).get(), "takes parentheses")
#     +    print(await open_box().get(), "takes parentheses")
