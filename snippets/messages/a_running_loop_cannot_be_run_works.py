"""await takes the place of run_until_complete."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await fetch())


asyncio.run(main())


# Proof:
# Output:
#     <news>
