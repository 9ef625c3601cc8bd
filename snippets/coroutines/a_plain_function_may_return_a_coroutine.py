"""A plain function can return a coroutine and be awaited like one."""

import asyncio
import inspect


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"got {name}"


def fetch_logo():
    return fetch("logo")


async def main():
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
# Breaks: the plain function gives a name
#     -    return fetch("logo")
#     +    return "logo"
# Breaks: async def makes a second coroutine
#     -def fetch_logo():
#     +async def fetch_logo():
