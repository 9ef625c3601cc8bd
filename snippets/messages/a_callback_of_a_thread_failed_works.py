"""What is done with a result is done where that is awaited."""

import asyncio


def fetch():
    return {"title": "news"}


async def main():
    page = await asyncio.to_thread(fetch)
    print(page["title"])


asyncio.run(main())


# Proof:
# Output:
#     news
