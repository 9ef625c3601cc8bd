"""to_thread takes an ordinary function, and its arguments."""

import asyncio


def fetch(name):
    print(f"<{name}>")


async def main():
    await asyncio.to_thread(fetch, "news")


asyncio.run(main())


# Proof:
# Output:
#     <news>
