"""A semaphore keeps the number of open connections small."""

import asyncio
import resource
import socket

limit = asyncio.Semaphore(20)


async def visit(port):
    async with limit:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.sleep(0.1)
        writer.close()
        await writer.wait_closed()


async def main():
    with socket.create_server(("127.0.0.1", 0), backlog=99) as server:
        port = server.getsockname()[1]
        await asyncio.gather(*(visit(port) for _ in range(45)))
    print("visited")


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (40, hard))
asyncio.run(main())


# Proof:
# Output:
#     visited
