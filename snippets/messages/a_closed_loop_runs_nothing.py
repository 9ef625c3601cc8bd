"""A loop that is closed runs nothing more."""

import asyncio


async def fetch():
    return "<news>"


loop = asyncio.new_event_loop()
print(loop.run_until_complete(fetch()))
loop.close()
print(loop.run_until_complete(fetch()))


# Proof:
# Output:
#     <news>
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: RuntimeError: Event loop is closed
