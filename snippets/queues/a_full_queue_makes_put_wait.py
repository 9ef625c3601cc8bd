"""Two workers share a queue, and put waits while it is full."""

import asyncio

PAGES = [
    ("news", 0.1),
    ("mail", 0.2),
    ("weather", 0.2),
    ("sport", 0.2),
    ("maps", 0.2),
]


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")


async def worker(queue):
    while (page := await queue.get()) is not None:
        await fetch(*page)


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(worker(queue))
        for page in PAGES:
            await queue.put(page)
            print("main: put", page[0])
        for _ in range(2):
            await queue.put(None)


asyncio.run(main())


# Proof:
# Output:
#     main: put news
#     main: put mail
#     news asked
#     mail asked
#     main: put weather
#     main: put sport
#     news there
#     weather asked
#     main: put maps
#     mail there
#     sport asked
#     weather there
#     maps asked
#     sport there
#     maps there
# Takes: 0.5 s ± 0.1 s
# Breaks: the queue has no bound
#     -    queue = asyncio.Queue(maxsize=2)
#     +    queue = asyncio.Queue()
