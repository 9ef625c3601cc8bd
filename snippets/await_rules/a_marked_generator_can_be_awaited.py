"""types.coroutine makes a generator that await takes."""

import asyncio
import inspect
import types


@types.coroutine
def pause():
    yield
    return "paused"


async def main():
    generator = pause()
    print("a coroutine:", inspect.iscoroutine(generator))
    print("__await__:", hasattr(generator, "__await__"))
    print("await:", await generator)


asyncio.run(main())


# Proof:
# Output:
#     a coroutine: False
#     __await__: False
#     await: paused
# Breaks: the mark is missing
#     -@types.coroutine
