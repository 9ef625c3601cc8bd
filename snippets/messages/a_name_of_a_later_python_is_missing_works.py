"""A last item that means the end works in every version."""

import asyncio


async def main():
    queue = asyncio.Queue()
    for item in ("news", "mail", None):
        await queue.put(item)
    while item := await queue.get():
        print(item)


asyncio.run(main())


# Proof:
# Output:
#     news
#     mail
