"""wait with a timeout: whatever is there by then, and no error."""

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
    done, late = await asyncio.wait(tasks, timeout=0.2)
    for task in late:
        task.cancel()
    print([task.result() if task in done else None for task in tasks])


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     mail there
#     [None, '<mail>', None]
# Takes: 0.2 s
# Breaks: a timeout around gather gives nothing at all
#     -    done, late = await asyncio.wait(tasks, timeout=0.2)
#     +    async with asyncio.timeout(0.2):
#     +        done, late = await asyncio.gather(*tasks), []
