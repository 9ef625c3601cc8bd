"""An awaited gather can hand over every exception."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    both = asyncio.gather(fetch(), fetch(), return_exceptions=True)
    print(await both)


asyncio.run(main())


# Proof:
# Output:
#     [OSError('no network'), OSError('no network')]
