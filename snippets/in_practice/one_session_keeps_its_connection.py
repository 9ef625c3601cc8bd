# /// script
# dependencies = ["aiohttp"]
# ///
"""Requests of one session in a row share a connection."""

import asyncio

from aiohttp import ClientSession, web

connections = set()


async def answer(request):
    connections.add(request.transport.get_extra_info("peername"))
    return web.Response(text="<news>")


async def fetch(session):
    async with session.get("/") as page:
        await page.text()


async def a_session_for_each(url):
    for _ in range(3):
        async with ClientSession(url) as session:
            await fetch(session)


async def one_session_for_all(url):
    async with ClientSession(url) as session:
        for _ in range(3):
            await fetch(session)


async def main():
    server = web.ServerRunner(web.Server(answer))
    await server.setup()
    await web.TCPSite(server, "127.0.0.1", 0).start()
    url = "http://{}:{}".format(*server.addresses[0])
    for fetch_all in a_session_for_each, one_session_for_all:
        connections.clear()
        await fetch_all(url)
        print(f"{fetch_all.__name__}: {len(connections)}")
    await server.cleanup()


asyncio.run(main())


# Proof:
# Output:
#     a_session_for_each: 3
#     one_session_for_all: 1
# Breaks: a session for each, twice
#     -    async with ClientSession(url) as session:
#     -        for _ in range(3):
#     -            await fetch(session)
#     +    for _ in range(3):
#     +        async with ClientSession(url) as session:
#     +            await fetch(session)
