"""A task can wait for futures, and for nothing else that is yielded."""

import asyncio


class Pause:
    def __await__(self):
        yield 0.1


async def main():
    await Pause()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task got bad yield: 0.1
