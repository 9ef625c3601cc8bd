"""A sleep of NaN is refused, or else it mixes up the other sleeps."""

import asyncio


async def sleeper(name, delay):
    try:
        await asyncio.sleep(delay)
    except ValueError as error:
        print(f"{name}: {error}")
    else:
        print(f"{name}: slept {delay}")


async def main():
    await asyncio.gather(
        sleeper("a", 0.3),
        sleeper("b", float("nan")),
        sleeper("c", 0.4),
        sleeper("d", 0.1),
    )


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     a: slept 0.3
#     d: slept 0.1
#     b: slept nan
#     c: slept 0.4
# Output [>=3.13]:
#     b: Invalid delay: NaN (not a number)
#     d: slept 0.1
#     a: slept 0.3
#     c: slept 0.4
# Takes: 0.4 s ± 0.2 s
# Breaks: it sleeps for a number
#     -        sleeper("b", float("nan")),
#     +        sleeper("b", 0.2),
