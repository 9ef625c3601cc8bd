"""wait: all at once, and you decide what becomes of the others."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    tasks = [
        asyncio.create_task(fetch("news", 0.3)),
        asyncio.create_task(fetch("mail", 0.1)),
        asyncio.create_task(fetch("weather", 0.4)),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print([task.result() for task in done], len(pending), "pending")
    for task in pending:
        task.cancel()


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     mail there
#     ['<mail>'] 2 pending
# Takes: 0.1 s
# Breaks: it waits for all of them
#     -        tasks, return_when=asyncio.FIRST_COMPLETED
#     +        tasks, return_when=asyncio.ALL_COMPLETED
