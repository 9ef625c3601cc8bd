"""IncompleteReadError holds what came before the end."""

import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"abc")
    reader.feed_eof()
    try:
        print(await reader.readexactly(4))
    except asyncio.IncompleteReadError as error:
        print("only", error.partial)


asyncio.run(main())


# Proof:
# Output:
#     only b'abc'
