"""A connection that is kept until all is sent loses nothing."""

import asyncio


async def answer(reader, writer):
    print(await reader.readline())
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"one more\n")
        await writer.drain()
        await reader.read()
        writer.close()


asyncio.run(main())


# Proof:
# Output:
#     b'one more\n'
