"""asyncio has no decorator coroutine any more."""

import asyncio


@asyncio.coroutine
def main():
    yield from asyncio.sleep(0.1)
    print("slept")


asyncio.run(main())


# Proof:
# Raises [<3.15]: AttributeError: module 'asyncio' has no attribute 'coroutine'. Did you mean: 'coroutines'?
# Raises [>=3.15]: AttributeError: module 'asyncio' has no attribute 'coroutine'. Did you mean '.coroutines' instead of '.coroutine'?
