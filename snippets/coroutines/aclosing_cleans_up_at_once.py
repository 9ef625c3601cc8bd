"""With aclosing, a generator's finally runs before its block ends."""

import asyncio
from contextlib import aclosing


async def rows():
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        await asyncio.sleep(0.1)
        print("rows: cleaned up")


async def main():
    async with aclosing(rows()) as some:
        async for row in some:
            print("main: got row", row)
            break
        print("main: after the loop")
    print("main: after the block")


asyncio.run(main())


# Proof:
# Output:
#     main: got row 1
#     main: after the loop
#     rows: cleaned up
#     main: after the block
# Takes: 0.2 s
# Steps: main 3
# Breaks: nobody closes the generator
#     -    async with aclosing(rows()) as some:
#     -        async for row in some:
#     -            print("main: got row", row)
#     -            break
#     -        print("main: after the loop")
#     +    async for row in rows():
#     +        print("main: got row", row)
#     +        break
#     +    print("main: after the loop")
