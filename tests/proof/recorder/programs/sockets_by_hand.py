"""The loop reads and writes a pair of sockets, and calls when one can be read."""

import asyncio
import socket


async def main() -> None:
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)

    async def echo() -> None:
        await loop.sock_sendall(right, await loop.sock_recv(right, 10))

    def read() -> None:
        print(right.recv(10))
        loop.remove_reader(right)

    task = asyncio.create_task(echo())
    await asyncio.sleep(0.02)
    await loop.sock_sendall(left, b"One")
    print(await loop.sock_recv(left, 10))
    await task
    loop.add_reader(right, read)
    await loop.sock_sendall(left, b"Two")
    await asyncio.sleep(0.02)
    left.close()
    right.close()


asyncio.run(main())
