"""A task refuses what __await__ yields if it cannot wait for it."""

import asyncio


class Stranger:
    """Awaitable, but not in asyncio's way."""

    def __await__(self):
        yield "please wait"


async def main():
    await Stranger()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task got bad yield: 'please wait'
# Breaks: it yields None
#     -        yield "please wait"
#     +        yield
