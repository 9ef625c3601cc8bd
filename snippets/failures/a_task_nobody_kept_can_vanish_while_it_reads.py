"""A task that nobody kept can vanish while it waits for a socket."""

import asyncio
import gc

asked = asyncio.Queue()


async def answer(reader, writer):
    print("asked for", (await reader.readline()).decode().strip())
    asked.put_nowait(writer)


async def fetch(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    print(name, "is", await reader.readline())


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    asyncio.create_task(fetch("mail", port))
    mail = await asked.get()
    kept = asyncio.create_task(fetch("news", port))
    news = await asked.get()
    gc.collect()
    mail.write(b"here\n")
    news.write(b"here\n")
    await kept
    server.close()


asyncio.run(main())


# Proof:
# Output:
#     asked for mail
#     asked for news
#     news is b'here\n'
# Stderr:
#     Task was destroyed but it is pending!
#     task: <Task pending name=... coro=<fetch() ... wait_for=<Future pending cb=[Task.task_wakeup()]>>
# Breaks: both tasks are kept
#     -    asyncio.create_task(fetch("mail", port))
#     +    mail_task = asyncio.create_task(fetch("mail", port))
