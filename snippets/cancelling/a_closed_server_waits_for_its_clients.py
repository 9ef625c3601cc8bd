"""A closed server listens no more, and waits for its clients."""

import asyncio


async def handle(reader, writer):
    print("handle: connected")
    await reader.read()
    print("handle: the client has gone")
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    _, client = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.1)

    server.close()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        print("main: a new client is refused")
    asyncio.get_running_loop().call_later(0.2, client.close)
    await server.wait_closed()
    print("main: waited")
    await asyncio.sleep(0.3)


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     handle: connected
#     main: a new client is refused
#     main: waited
#     handle: the client has gone
# Output [>=3.12]:
#     handle: connected
#     main: a new client is refused
#     handle: the client has gone
#     main: waited
# Breaks [>=3.12]: nobody waits for it
#     -    await server.wait_closed()
