"""An __aiter__ is an ordinary method."""

import asyncio


class Names:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    async for name in Names():
        print(name)
    print("at the end")


asyncio.run(main())


# Proof:
# Output:
#     at the end
