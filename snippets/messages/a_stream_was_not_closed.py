"""A transport that nobody closed is told of when it goes."""

import asyncio
import warnings

warnings.simplefilter("always")


async def main():
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.open_connection("127.0.0.1", port)
    server.close()


asyncio.run(main())


# Proof:
# Stderr:
#     ...: ResourceWarning: unclosed ...
#     ...
