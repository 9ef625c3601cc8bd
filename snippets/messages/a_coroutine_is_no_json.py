"""A coroutine cannot be written as JSON."""

import asyncio
import json


async def fetch(name):
    return {"title": name}


async def main():
    print(json.dumps({"page": fetch("news")}))


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13,<3.14]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.14]:
#     when serializing dict item 'page'
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: TypeError: Object of type coroutine is not JSON serializable
