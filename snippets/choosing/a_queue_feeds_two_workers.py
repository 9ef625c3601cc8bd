"""Queue: two workers share whatever comes in."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def worker(queue, pages):
    while True:
        name, seconds = await queue.get()
        pages.append(await fetch(name, seconds))
        queue.task_done()


async def main():
    queue, pages = asyncio.Queue(), []
    workers = [
        asyncio.create_task(worker(queue, pages)) for _ in range(2)
    ]
    await queue.put(("news", 0.3))
    await queue.put(("mail", 0.1))
    await queue.put(("weather", 0.4))
    await queue.join()
    print(pages)
    for task in workers:
        task.cancel()


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     mail there
#     weather asked
#     news there
#     weather there
#     ['<mail>', '<news>', '<weather>']
# Takes: 0.5 s
# Breaks: a worker more
#     -        asyncio.create_task(worker(queue, pages)) for _ in range(2)
#     +        asyncio.create_task(worker(queue, pages)) for _ in range(3)
