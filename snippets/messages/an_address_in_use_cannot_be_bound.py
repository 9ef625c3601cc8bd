"""Two servers cannot listen at the same address."""

import asyncio


async def answer(_, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        await asyncio.start_server(answer, host, port)


asyncio.run(main())


# Proof:
# Raises: OSError: [Errno ...] error while attempting to bind on address ('127.0.0.1', ...): ...address already in use
