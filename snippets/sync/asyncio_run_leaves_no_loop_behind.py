"""After asyncio.run, get_event_loop raises on every Python."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


print(asyncio.run(fetch("mail")))
loop = asyncio.get_event_loop()
print(loop.run_until_complete(fetch("news")))


# Proof:
# Output:
#     <mail>
# Raises: RuntimeError: There is no current event loop in thread 'MainThread'.
# Takes: 0.1 s
# Breaks: it makes a loop
#     -loop = asyncio.get_event_loop()
#     +loop = asyncio.new_event_loop()
