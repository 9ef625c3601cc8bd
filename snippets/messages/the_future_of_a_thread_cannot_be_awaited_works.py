"""wrap_future makes an awaitable of the future of a thread pool."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def fetch(name):
    return f"<{name}>"


async def main():
    with ThreadPoolExecutor() as pool:
        future = pool.submit(fetch, "news")
        print(await asyncio.wrap_future(future))


asyncio.run(main())


# Proof:
# Output:
#     <news>
