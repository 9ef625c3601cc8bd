"""A writer is kept, and closed at the end."""

import asyncio
import warnings

warnings.simplefilter("always")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()
    server.close()
    print("closed")


async def serve(_, writer):
    writer.close()


asyncio.run(main())


# Proof:
# Output:
#     closed
