"""A task that takes an asyncio.Lock twice waits for itself."""

import asyncio

lock = asyncio.Lock()


async def write(page):  # whoever calls it has the lock
    await asyncio.sleep(0.1)
    print("  written:", page)


async def save(page):
    async with lock:
        await write(page)


async def update(put):
    async with lock:
        await put("<news>")


async def main():
    for put in (save, write):
        print("update, with", put.__name__)
        try:
            async with asyncio.timeout(0.5):
                await update(put)
        except TimeoutError:
            print("  still waiting")


asyncio.run(main())


# Proof:
# Output:
#     update, with save
#       still waiting
#     update, with write
#       written: <news>
# Takes: 0.6 s
# Breaks: only update takes the lock
#     -    async with lock:
#     -        await write(page)
#     +    await write(page)
