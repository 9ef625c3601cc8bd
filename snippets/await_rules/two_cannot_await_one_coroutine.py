"""Two tasks cannot await one coroutine at once: a RuntimeError."""

import asyncio
from collections.abc import Coroutine


async def fetch() -> str:
    """Wait for a moment, return."""
    await asyncio.sleep(0.3)
    return "result"


async def use(coroutine: Coroutine[object, object, str]) -> None:
    """Await what somebody else may be awaiting."""
    print("result:", await coroutine)


async def main() -> None:
    """Give the same coroutine to two users."""
    coroutine = fetch()
    first = asyncio.create_task(use(coroutine), name="first")
    second = asyncio.create_task(use(coroutine), name="second")
    await first
    await second


asyncio.run(main())


# Proof:
# Output:
#     result: result
# Raises: RuntimeError: coroutine is being awaited already
# Takes: 0.3 s
