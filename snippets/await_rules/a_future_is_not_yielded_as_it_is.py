"""A future that __await__ yields without yield from is refused."""

import asyncio


class Reply:
    """Waits for a future, in the wrong way."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield self.future)


async def main():
    future = asyncio.get_running_loop().create_future()
    await Reply(future)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: yield was used instead of yield from ...
# Breaks: the future waits by itself
#     -        return (yield self.future)
#     +        self.future.set_result(None)
#     +        return (yield from self.future)
