"""getaddrinfo starts a thread; connecting by number does not."""

import asyncio
import socket
import threading


def other_threads():
    return threading.active_count() - 1


async def greet(_, writer):
    writer.write(b"hello")
    writer.close()


async def main():
    print("at first:", other_threads(), "other threads")

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", port
        )
        print("received", await reader.read())
        writer.close()
    print("after a connection:", other_threads(), "other threads")

    loop = asyncio.get_running_loop()
    numeric = socket.AI_NUMERICHOST
    await loop.getaddrinfo("127.0.0.1", 80, flags=numeric)
    print("after getaddrinfo:", other_threads(), "other thread")


asyncio.run(main())


# Proof:
# Output:
#     at first: 0 other threads
#     received b'hello'
#     after a connection: 0 other threads
#     after getaddrinfo: 1 other thread
# Breaks: it connects by name
#     -            "127.0.0.1", port
#     +            "localhost", port
# Breaks: nobody asks for an address
#     -    await loop.getaddrinfo("127.0.0.1", 80, flags=numeric)
