"""A context manager yields once, an asynchronous generator often."""

import asyncio


async def connections():
    for host in ("news", "mail"):
        yield f"<{host}>"


async def main():
    async for connection in connections():
        print(connection)


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     <mail>
