"""async with awaits on the way in, and again on the way out."""

import asyncio


class Connection:
    """It takes a while to open, and to close."""

    async def __aenter__(self):
        print("__aenter__: opening")
        await asyncio.sleep(0.1)
        return "the line"

    async def __aexit__(
        self,
        kind,
        error,
        traceback,
    ):
        print("__aexit__: closing after", repr(error))
        await asyncio.sleep(0.1)
        print("__aexit__: closed")


async def main():
    try:
        async with Connection() as line:
            print("body: got", line)
            raise ValueError("wrong number")
    except ValueError as error:
        print("main:", error)


asyncio.run(main())


# Proof:
# Output:
#     __aenter__: opening
#     body: got the line
#     __aexit__: closing after ValueError('wrong number')
#     __aexit__: closed
#     main: wrong number
# Takes: 0.2 s
# Blocks: 0.0 s ± 0.09 s
# Breaks: it swallows the exception
#              print("__aexit__: closed")
#     +        return True
# Breaks: it blocks on the way in
#      import asyncio
#     +import time
#
#              print("__aenter__: opening")
#     -        await asyncio.sleep(0.1)
#     +        time.sleep(0.1)
