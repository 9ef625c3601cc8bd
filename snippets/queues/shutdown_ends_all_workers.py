"""shutdown lets the workers empty the queue and ends them all."""

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
    try:
        while True:
            await fetch(*await queue.get())
    except asyncio.QueueShutDown:
        print("a worker ends")


async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(worker(queue))
        for page in PAGES:
            await queue.put(page)
        queue.shutdown()


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     news asked
#     mail asked
#     news there
#     weather asked
# Output [>=3.13]:
#     news asked
#     mail asked
#     news there
#     weather asked
#     mail there
#     sport asked
#     weather there
#     maps asked
#     sport there
#     a worker ends
#     maps there
#     a worker ends
# Raises [<3.13]: ExceptionGroup: unhandled errors in a TaskGroup (3 sub-exceptions)
# Raises [>=3.13]: nothing
# Takes [<3.13]: 0.1 s
# Takes [>=3.13]: 0.5 s ± 0.1 s
# Breaks [>=3.13]: it is shut down at once
#     -        queue.shutdown()
#     +        queue.shutdown(immediate=True)
