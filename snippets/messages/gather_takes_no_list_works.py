"""A star hands gather the members of a list one by one."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


async def main():
    fetches = [fetch("news"), fetch("mail")]
    print(await asyncio.gather(*fetches))


asyncio.run(main())


# Proof:
# Output:
#     ['<news>', '<mail>']
