"""Writing on and on to a connection that is lost is logged."""

import asyncio


async def serve(_, writer):
    writer.transport.abort()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(8):
            writer.write(b"hello")
            await asyncio.sleep(0.1)


asyncio.run(main())


# Proof:
# Stderr:
#     socket.send() raised exception.
#     ...
