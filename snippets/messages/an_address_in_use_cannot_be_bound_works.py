"""An address is free again when its server is closed."""

import asyncio


async def answer(_, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
    server = await asyncio.start_server(answer, host, port)
    async with server:
        print(server.is_serving())


asyncio.run(main())


# Proof:
# Output:
#     True
