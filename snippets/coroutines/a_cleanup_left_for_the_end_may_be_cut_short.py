"""A generator left by the last break is cancelled, not closed."""

import asyncio
import sys


async def rows():
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        error = sys.exc_info()[1]
        print("rows: finally, for", type(error).__name__)
        await asyncio.sleep(0.1)
        print("rows: cleaned up")


async def main():
    async for row in rows():
        print("main: got row", row)
        break
    print("main: ends")


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     main: got row 1
#     main: ends
#     rows: finally, for CancelledError
# Output [>=3.13]:
#     main: got row 1
#     main: ends
#     rows: finally, for CancelledError
#     rows: cleaned up
# Takes: 0.2 s
# Steps: async_generator_athrow 2
# Breaks: main goes on for a while
#          print("main: ends")
#     +    await asyncio.sleep(0.3)
# Breaks: the clean-up has nothing to wait for
#              print("rows: finally, for", type(error).__name__)
#     -        await asyncio.sleep(0.1)
