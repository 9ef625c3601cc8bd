"""Each word of a list is sent, one after the other."""

import asyncio


async def send(word):
    await asyncio.sleep(0.2)
    print("sent", word)


async def main():
    for word in ["one", "two"]:
        await send(word)


asyncio.run(main())


# Proof:
# Output:
#     sent one
#     sent two
# Takes: 0.4 s ± 0.15 s
