"""Nothing more can be sent where the connection is gone."""

import asyncio


async def answer(_, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        _, writer = await asyncio.open_connection(host, port)
        writer.close()
        await writer.wait_closed()
        writer.write(b"one more\n")
        await writer.drain()


asyncio.run(main())


# Proof:
# Raises: ConnectionResetError: Connection lost
