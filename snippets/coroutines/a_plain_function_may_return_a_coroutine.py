"""A plain function can return a coroutine and be awaited like one."""

import asyncio
import inspect
from collections.abc import Coroutine


async def fetch(name: str) -> str:
    """Fetch something."""
    await asyncio.sleep(0.1)
    return f"got {name}"


def fetch_logo() -> Coroutine[object, object, str]:
    """Fetch one thing, without async and await."""
    return fetch("logo")


async def main() -> None:
    """Ask inspect, then just await the call."""
    for function in (fetch, fetch_logo):
        is_one = inspect.iscoroutinefunction(function)
        print(f"{function.__name__}: coroutine function? {is_one}")
    print("await fetch_logo():", await fetch_logo())


asyncio.run(main())


# Proof:
# Output:
#     fetch: coroutine function? True
#     fetch_logo: coroutine function? False
#     await fetch_logo(): got logo
