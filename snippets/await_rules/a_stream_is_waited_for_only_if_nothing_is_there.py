"""A stream lets others run only if there is nothing to read yet."""

import asyncio
import socket

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<23}  {state:<17}  {turns - before}")


async def main():
    tick()
    soon = asyncio.get_running_loop().call_soon
    ours, theirs = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ours)
    reader.feed_data(b"news\n")
    await count(
        "StreamReader.readline()", "a line is there", reader.readline()
    )
    soon(reader.feed_data, b"mail\n")
    await count(
        "StreamReader.readline()", "nothing there", reader.readline()
    )
    soon(reader.feed_data, b"weather")
    await count("StreamReader.read(4)", "nothing there", reader.read(4))
    await count(
        "StreamReader.read(3)", "enough is there", reader.read(3)
    )
    writer.write(b"news\n")
    await count(
        "StreamWriter.drain()", "little is written", writer.drain()
    )
    writer.close()
    theirs.close()


asyncio.run(main())


# Proof:
# Output:
#     StreamReader.readline()  a line is there    0
#     StreamReader.readline()  nothing there      2
#     StreamReader.read(4)     nothing there      2
#     StreamReader.read(3)     enough is there    0
#     StreamWriter.drain()     little is written  0
# Breaks: the second line is there as well
#     -    soon(reader.feed_data, b"mail\n")
#     +    reader.feed_data(b"mail\n")
