"""call_soon_threadsafe may be called from any thread."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(loop.call_soon_threadsafe, print, "called")
    await asyncio.sleep(0.1)


asyncio.run(main(), debug=True)


# Proof:
# Output:
#     called
# Stderr:
#     ...
