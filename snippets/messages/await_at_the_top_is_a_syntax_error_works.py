"""Below async def main, await is allowed."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main():
    print(await fetch("news"))


asyncio.run(main())


# Proof:
# Output:
#     <news>
