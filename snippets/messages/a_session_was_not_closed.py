# /// script
# dependencies = ["aiohttp"]
# ///
"""A session of aiohttp that nobody closed is logged, and its pool."""

import asyncio

import aiohttp
from aiohttp import web


async def answer(_):
    return web.Response(text="<news>")


async def main():
    server = web.ServerRunner(web.Server(answer))
    await server.setup()
    await web.TCPSite(server, "127.0.0.1", 0).start()
    host, port = server.addresses[0]
    url = f"http://{host}:{port}"
    session = aiohttp.ClientSession(url)
    response = await session.get("/")
    print(await response.text())
    await server.cleanup()


asyncio.run(main())


# Proof:
# Output:
#     <news>
# Stderr:
#     Unclosed client session
#     client_session: <aiohttp.client.ClientSession object at ...>
#     Unclosed connector
#     ...
