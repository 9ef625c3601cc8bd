"""In debug mode, call_soon refuses to be called from another thread."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(loop.call_soon, print, "called")


asyncio.run(main(), debug=True)


# Proof:
# Stderr:
#     ...
# Raises: RuntimeError: Non-thread-safe operation invoked on an event loop other than the current one
