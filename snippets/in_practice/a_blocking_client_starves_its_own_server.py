# /// script
# dependencies = ["aiohttp", "requests"]
# ///
"""A blocking client gets no answer from a server on its own loop."""

import asyncio

import requests
from aiohttp import web


async def answer(_):
    return web.Response(text="here is the answer")


def fetch(url, timeout):
    with requests.Session() as session:
        session.trust_env = False  # no proxy on the way
        try:
            return session.get(url, timeout=timeout).text
        except requests.ReadTimeout:
            return "no answer in time"


async def main():
    app = web.Application()
    app.add_routes([web.get("/", answer)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = "http://{}:{}/".format(*runner.addresses[0])

    print("on the loop:", fetch(url, 0.3))
    print("in a thread:", await asyncio.to_thread(fetch, url, 5))
    await runner.cleanup()


asyncio.run(main())


# Proof:
# Output:
#     on the loop: no answer in time
#     in a thread: here is the answer
# Blocks: 0.3 s ± 0.25 s
# Breaks: the client has a thread here too
#     -    print("on the loop:", fetch(url, 0.3))
#     +    print("on the loop:", await asyncio.to_thread(fetch, url, 0.3))
