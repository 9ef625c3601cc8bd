"""Where a server listens, a connection is made."""

import asyncio


async def serve(_, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        print("connected")
        writer.close()


asyncio.run(main())


# Proof:
# Output:
#     connected
