"""A future that __await__ yields from is waited for."""

import asyncio


class Reply:
    """Waits for a future."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield from self.future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, "<news>")
    print(await Reply(future))


asyncio.run(main())


# Proof:
# Output:
#     <news>
