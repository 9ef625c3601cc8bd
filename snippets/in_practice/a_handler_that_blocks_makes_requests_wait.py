"""While one handler blocks, the next request is not even begun."""

import asyncio
import time


async def handle(reader, writer):
    tab = (await reader.readline()).decode().strip()
    print(tab, "asked")
    time.sleep(0.2)
    print(tab, "answered")
    writer.close()


async def browse(port, tab):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{tab}\n".encode())
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await asyncio.gather(
            browse(port, "tab 1"), browse(port, "tab 2")
        )


asyncio.run(main())


# Proof:
# Output:
#     tab ... asked
#     tab ... answered
#     tab ... asked
#     tab ... answered
# Takes: 0.4 s ± 0.15 s
# Blocks: 0.2 s
# Breaks: the handler awaits
#     -    time.sleep(0.2)
#     +    await asyncio.sleep(0.2)
# Breaks: the call that blocks has a thread
#     -    time.sleep(0.2)
#     +    await asyncio.to_thread(time.sleep, 0.2)
