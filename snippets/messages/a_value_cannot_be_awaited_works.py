"""What an ordinary function returns is used without await."""

import asyncio


def size(page):
    return len(page)


async def main():
    print(size("<news>"))


asyncio.run(main())


# Proof:
# Output:
#     6
