"""A generator expression may await outside of async def."""

import asyncio


async def double(number):
    await asyncio.sleep(0.1)
    return number * 2


def doubles():
    return (await double(number) for number in (1, 2))


outside = (await double(number) for number in (10, 20))


async def main():
    print(type(outside).__name__)
    async for number in doubles():
        print("made in a function:", number)
    async for number in outside:
        print("made outside:", number)


asyncio.run(main())


# Proof:
# Output:
#     async_generator
#     made in a function: 2
#     made in a function: 4
#     made outside: 20
#     made outside: 40
# Takes: 0.4 s
# Breaks: it is a list instead
#     -    return (await double(number) for number in (1, 2))
#     +    return [double(number) for number in (1, 2)]
# Breaks: nothing in it is awaited
#     -outside = (await double(number) for number in (10, 20))
#     +outside = (double(number) for number in (10, 20))
