# /// script
# dependencies = ["aiohttp"]
# ///
"""async with closes a session of aiohttp, and its connections."""

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
    async with aiohttp.ClientSession(url) as session:
        response = await session.get("/")
        print(await response.text())
    print("closed:", session.closed)
    await server.cleanup()


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     closed: True
