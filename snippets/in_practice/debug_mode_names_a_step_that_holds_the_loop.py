"""Debug mode logs steps of more than 0.1 s, with the task's name."""

import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


def save(page):
    time.sleep(0.3)
    print("saved", page)


async def read(name):
    page = await fetch(name, 0.1)
    save(page)


async def main():
    news = asyncio.create_task(read("news"), name="news")
    mail = asyncio.create_task(fetch("mail", 0.2), name="mail")
    await asyncio.gather(news, mail)


asyncio.run(main(), debug=True)


# Proof:
# Output:
#     saved <news>
# Stderr:
#     ...
#     Executing <Task finished name='news' coro=<read() done, ...> took ... seconds
#     ...
# Takes: 0.4 s ± 0.2 s
# Blocks: 0.3 s ± 0.15 s
# Breaks: a thread does the blocking
#     -    save(page)
#     +    await asyncio.to_thread(save, page)
