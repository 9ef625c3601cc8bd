"""write keeps in memory what nobody reads; drain waits for a reader."""

import asyncio
import socket


async def send(sender, writer):
    for written in (1, 2, 3):
        writer.write(bytes(1_000_000))
        kept = writer.transport.get_write_buffer_size() / 1_000_000
        print(f"  {written} MB written, {kept:.0f} MB in memory")
        if sender == "with drain":
            await writer.drain()


async def read_later(connection):
    await asyncio.sleep(0.2)
    print("  the other side reads")
    left = 3_000_000
    while left:
        receive = asyncio.get_running_loop().sock_recv
        left -= len(await receive(connection, 65536))


async def main():
    for sender in ("without drain", "with drain"):
        print(sender)
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)
        _, writer = await asyncio.open_connection(sock=ours)
        await asyncio.gather(send(sender, writer), read_later(theirs))
        writer.close()
        theirs.close()


asyncio.run(main())


# Proof:
# Output:
#     without drain
#       1 MB written, 1 MB in memory
#       2 MB written, 2 MB in memory
#       3 MB written, 3 MB in memory
#       the other side reads
#     with drain
#       1 MB written, 1 MB in memory
#       the other side reads
#       2 MB written, 1 MB in memory
#       3 MB written, 1 MB in memory
# Breaks: nobody awaits drain
#     -        if sender == "with drain":
#     -            await writer.drain()
