"""A server and three clients talk to each other."""

import asyncio


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


async def client(port: int, number: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(2):
        writer.write(b"%d\n" % number)
        print(await reader.readline())
        await asyncio.sleep(0.02)
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(*(client(port, number) for number in range(3)))


asyncio.run(main())
