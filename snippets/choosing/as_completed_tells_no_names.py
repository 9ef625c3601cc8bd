"""as_completed gives no tasks: let each result bring its name."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name, f"<{name}>"


async def main():
    tasks = [
        asyncio.create_task(fetch("news", 0.4)),
        asyncio.create_task(fetch("mail", 0.1)),
    ]
    for next_one in asyncio.as_completed(tasks):
        print("one of the tasks:", next_one in tasks)
        name, page = await next_one
        print(f"{name}: {page}")


asyncio.run(main())


# Proof:
# Output:
#     one of the tasks: False
#     mail: <mail>
#     one of the tasks: False
#     news: <news>
# Takes: 0.4 s
# Breaks: the tasks are awaited in your order
#     -    for next_one in asyncio.as_completed(tasks):
#     +    for next_one in tasks:
