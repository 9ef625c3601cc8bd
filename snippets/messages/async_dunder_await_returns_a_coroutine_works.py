"""An __await__ hands on the one of a coroutine."""

import asyncio


class Page:
    async def fetch(self):
        await asyncio.sleep(0.1)
        return "<news>"

    def __await__(self):
        return self.fetch().__await__()


async def main():
    print(await Page())


asyncio.run(main())


# Proof:
# Output:
#     <news>
