"""The future of a thread pool cannot be awaited."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def fetch(name):
    return f"<{name}>"


async def main():
    with ThreadPoolExecutor() as pool:
        print(await pool.submit(fetch, "news"))


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: object Future can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'Future' object can't be awaited
