"""The awaited result can be written as JSON."""

import asyncio
import json


async def fetch(name):
    return {"title": name}


async def main():
    print(json.dumps({"page": await fetch("news")}))


asyncio.run(main())


# Proof:
# Output:
#     {"page": {"title": "news"}}
