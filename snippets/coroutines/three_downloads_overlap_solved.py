"""Three downloads take as long as one."""

import asyncio


async def download(name):
    await asyncio.sleep(0.2)
    return name.upper()


async def main():
    names = ("a", "b", "c")
    files = await asyncio.gather(*map(download, names))
    print(files)


asyncio.run(main())


# Proof:
# Output:
#     ['A', 'B', 'C']
# Takes: 0.2 s ± 0.15 s
