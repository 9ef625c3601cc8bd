# /// script
# dependencies = ["pymongo", "secantusdb"]
# [tool.proof]
# timeout = 20
# ///
"""AsyncMongoClient waits for three finds together."""

import asyncio

from pymongo import AsyncMongoClient, MongoClient
from secantus import SecantusDBServer

Book = dict[str, int]
SLOW = {"blockConnection": True, "blockTimeMS": 500}


def fill(uri):
    with MongoClient[Book](uri) as client:
        client.library.books.insert_many(
            [{"_id": n} for n in (1, 2, 3)]
        )
        client.admin.command(
            "configureFailPoint",
            "failCommand",
            mode="alwaysOn",
            data={"failCommands": ["find"], **SLOW},
        )


async def find(client, number):
    print("find", number)
    books = client.library.books
    print("found", await books.find_one(number))


async def main(uri):
    async with AsyncMongoClient[Book](uri) as client:
        await asyncio.gather(*(find(client, n) for n in (1, 2, 3)))


with SecantusDBServer(storage_path=":memory:") as server:
    fill(server.uri)
    asyncio.run(main(server.uri))


# Proof:
# Output:
#     find 1
#     find 2
#     find 3
#     found {'_id': ...}
#     found {'_id': ...}
#     found {'_id': ...}
# Takes: 0.5 s ± 0.4 s
# Breaks: one is awaited after the other
#     -        await asyncio.gather(*(find(client, n) for n in (1, 2, 3)))
#     +        for n in (1, 2, 3):
#     +            await find(client, n)
