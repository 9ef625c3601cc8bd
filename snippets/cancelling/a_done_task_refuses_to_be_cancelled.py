"""cancel returns False for a task that is done, and changes nothing."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


async def main():
    news = asyncio.create_task(fetch("news", 0.1))
    mail = asyncio.create_task(fetch("mail", 60))
    await asyncio.sleep(0.2)
    print("news:", news.cancel(), "mail:", mail.cancel())
    print("main:", await news)
    await asyncio.wait([mail])
    print("cancelled:", news.cancelled(), mail.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     news: False mail: True
#     main: <news>
#     cancelled: False True
# Takes: 0.2 s
# Breaks: the first one is not done yet
#     -    news = asyncio.create_task(fetch("news", 0.1))
#     +    news = asyncio.create_task(fetch("news", 0.3))
