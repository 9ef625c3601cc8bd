"""is_closing says that a connection is lost."""

import asyncio


async def serve(_, writer):
    writer.transport.abort()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        while not writer.is_closing():
            writer.write(b"hello")
            await asyncio.sleep(0.1)
    print("lost")


asyncio.run(main())


# Proof:
# Output:
#     lost
