"""A task that is cancelled before its first step never runs at all."""

import asyncio


async def fetch(name):
    try:
        print(name, "asked")
        await asyncio.sleep(0.1)
    finally:
        print(name, "cleaned up")


async def main():
    news = asyncio.create_task(fetch("news"))
    await asyncio.sleep(0)
    mail = asyncio.create_task(fetch("mail"))
    news.cancel()
    mail.cancel()
    await asyncio.wait([news, mail])
    print("cancelled:", news.cancelled(), mail.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news cleaned up
#     cancelled: True True
# Takes: 0.0 s
# Breaks: both begin before the cancel
#          mail = asyncio.create_task(fetch("mail"))
#     +    await asyncio.sleep(0)
