"""asyncio.wait says which tasks are done."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


async def main():
    names = ["news", "mail"]
    tasks = [asyncio.create_task(fetch(name)) for name in names]
    done, pending = await asyncio.wait(tasks)
    print(len(done), "done,", len(pending), "pending")


asyncio.run(main())


# Proof:
# Output:
#     2 done, 0 pending
