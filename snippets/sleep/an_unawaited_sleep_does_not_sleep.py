"""asyncio.sleep that is not awaited does nothing but warn."""

import asyncio


async def hello():
    print("Hello")
    asyncio.sleep(1)
    print("World")


async def main():
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     World
#     Hello
#     World
# Stderr:
#     ...an_unawaited_sleep_does_not_sleep.py:8: RuntimeWarning: coroutine 'sleep' was never awaited
#       asyncio.sleep(1)
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Takes: 0.0 s ± 0.5 s
# Breaks: the await is there
#     -    asyncio.sleep(1)
#     +    await asyncio.sleep(1)
