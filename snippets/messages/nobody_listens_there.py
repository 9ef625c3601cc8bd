"""A connection to a port on which nobody listens is refused."""

import asyncio
import socket


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


async def main():
    await asyncio.open_connection("127.0.0.1", free_port())


asyncio.run(main())


# Proof:
# Raises: ConnectionRefusedError: [Errno ...] Connect call failed ('127.0.0.1', ...)
