"""Sleeps, threads and connections let others run for a turn or more."""

import asyncio
import socket
import threading

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    number = "1 or more" if turns > before else "0"
    print(f"{what:<26}  {state:<16}  {number}")


async def main():
    tick()
    ours, theirs = socket.socketpair()
    reader, reply = await asyncio.open_connection(sock=theirs)
    _, writer = await asyncio.open_connection(sock=ours)
    loop = asyncio.get_running_loop()
    await count("sleep(x)", "", asyncio.sleep(0.02))
    set_soon = threading.Event()  # no thread can be too quick for it
    loop.call_soon(set_soon.set)
    await count(
        "run_in_executor()",
        "",
        loop.run_in_executor(None, set_soon.wait),
    )
    set_soon.clear()
    loop.call_soon(set_soon.set)
    await count("to_thread()", "", asyncio.to_thread(set_soon.wait))
    size = 10_000_000
    writer.write(bytes(size))
    everything = asyncio.create_task(reader.readexactly(size))
    await count(
        "StreamWriter.drain()", "much is written", writer.drain()
    )
    await count(
        "StreamReader.readexactly()", "not all is there", everything
    )
    writer.close()
    reply.close()


asyncio.run(main())


# Proof:
# Output:
#     sleep(x)                                      1 or more
#     run_in_executor()                             1 or more
#     to_thread()                                   1 or more
#     StreamWriter.drain()        much is written   1 or more
#     StreamReader.readexactly()  not all is there  1 or more
# Breaks: little is written
#     -    size = 10_000_000
#     +    size = 100
