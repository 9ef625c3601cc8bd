"""At its end a stream has b"" at once, again and again."""

import asyncio
import time


async def serve(_, writer):
    writer.write(b"news\n")
    writer.close()


async def read(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print("read", await reader.readline())
    enough = time.perf_counter() + 0.4
    while time.perf_counter() < enough:
        line = await reader.readline()
    print("read", line)
    writer.close()


async def beat():
    await asyncio.sleep(0.1)
    print("beat")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(read(port), beat())


asyncio.run(main())


# Proof:
# Output:
#     read b'news\n'
#     read b''
#     beat
# Takes: 0.4 s
# Blocks: 0.4 s
# Breaks: it stops at the end
#     -        line = await reader.readline()
#     +        if not (line := await reader.readline()):
#     +            break
