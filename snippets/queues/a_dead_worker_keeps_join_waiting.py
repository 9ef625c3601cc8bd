"""If a worker dies before task_done, join waits forever."""

import asyncio

PAGES = [("news", 0.1), ("mail", 0.2), ("weather", 0.2)]


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")


async def worker(queue):
    while True:
        await fetch(*await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for page in PAGES:
        queue.put_nowait(page)
    workers = [asyncio.create_task(worker(queue)) for _ in range(2)]
    try:
        async with asyncio.timeout(0.6):
            await queue.join()
    except TimeoutError:
        print("still waiting, queue empty:", queue.empty())
    for each in workers:
        each.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     news there
#     weather asked
#     weather there
#     still waiting, queue empty: True
#     [CancelledError(''), OSError('mail is down')]
# Takes: 0.6 s
# Breaks: it is reported whatever happens
#     -        await fetch(*await queue.get())
#     -        queue.task_done()
#     +        page = await queue.get()
#     +        try:
#     +            await fetch(*page)
#     +        finally:
#     +            queue.task_done()
