"""Since 3.13, a delay of a class of your own must be a real number."""

import asyncio


class Tenth:
    def __le__(self, other):
        return other >= 0.1

    def __radd__(self, other):
        return other + 0.1


class RealTenth(Tenth):
    def __float__(self):
        return 0.1


async def try_to_sleep(delay):
    try:
        await asyncio.sleep(delay)
    except TypeError as error:
        print(f"{type(delay).__name__}: {error}")
    else:
        print(f"{type(delay).__name__}: slept")


async def main():
    await try_to_sleep(Tenth())
    await try_to_sleep(RealTenth())


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     Tenth: slept
#     RealTenth: slept
# Output [>=3.13]:
#     Tenth: must be real number, not Tenth
#     RealTenth: slept
# Takes [<3.13]: 0.2 s
# Takes [>=3.13]: 0.1 s
# Breaks [>=3.13]: the class gets a float of its own
#      class Tenth:
#     +    def __float__(self):
#     +        return 0.1
#     +
#          def __le__(self, other):
