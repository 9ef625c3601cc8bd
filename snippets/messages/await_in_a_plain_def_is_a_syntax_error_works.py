"""A function that awaits is async def, and asyncio.run runs it."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


print(asyncio.run(fetch("news")))


# Proof:
# Output:
#     <news>
