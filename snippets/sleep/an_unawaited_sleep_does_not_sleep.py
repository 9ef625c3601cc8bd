"""asyncio.sleep that is not awaited does nothing but warn."""

import asyncio


async def hello() -> None:
    """Greet, forget the await, go on."""
    print("Hello")
    asyncio.sleep(1)  # type: ignore[unused-coroutine]
    print("World")


async def main() -> None:
    """Run two hellos side by side."""
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     World
#     Hello
#     World
# Stderr:
#     ...an_unawaited_sleep_does_not_sleep.py:9: RuntimeWarning: coroutine 'sleep' was never awaited
#       asyncio.sleep(1)  # type: ignore[unused-coroutine]
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Takes: 0.0 s ± 0.5 s
