"""Once marked, a plain function passes for a coroutine function."""

import asyncio
import inspect
from typing import Any


async def fetch(name):
    return f"<h1>{name}</h1>"


def fetch_logo():
    return fetch("logo")


print(inspect.iscoroutinefunction(fetch_logo))
library: Any = inspect
try:
    library.markcoroutinefunction(fetch_logo)
except AttributeError as error:
    print(error)
print(inspect.iscoroutinefunction(fetch_logo))
print(asyncio.run(fetch_logo()))


# Proof:
# Output [<3.12]:
#     False
#     module 'inspect' has no attribute 'markcoroutinefunction'
#     False
#     <h1>logo</h1>
# Output [>=3.12]:
#     False
#     True
#     <h1>logo</h1>
# Breaks: async def makes the mark needless
#     -def fetch_logo():
#     -    return fetch("logo")
#     +async def fetch_logo():
#     +    return await fetch("logo")
