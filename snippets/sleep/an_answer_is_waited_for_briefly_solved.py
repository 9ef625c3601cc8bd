"""An answer that comes late is given up on."""

import asyncio


async def answer():
    await asyncio.sleep(0.5)
    return "42"


async def main():
    try:
        async with asyncio.timeout(0.2):
            thinking = asyncio.create_task(answer())
            print(await thinking)
    except TimeoutError:
        print("no answer")


asyncio.run(main())


# Proof:
# Output:
#     no answer
# Takes: 0.2 s ± 0.15 s
