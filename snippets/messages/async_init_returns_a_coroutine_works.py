"""A class method waits for what __init__ cannot wait for."""

import asyncio


class Client:
    @classmethod
    async def connect(cls):
        await asyncio.sleep(0.1)
        return cls()


async def main():
    client = await Client.connect()
    print(type(client).__name__, "is connected")


asyncio.run(main())


# Proof:
# Output:
#     Client is connected
