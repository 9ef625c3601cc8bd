"""In a running loop, asyncio.run refuses to begin another one."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


def print_page():
    coroutine = fetch("news", 0.1)
    try:
        print(asyncio.run(coroutine))
    except RuntimeError as error:
        print(error)
        coroutine.close()


async def main():
    print_page()
    print(await fetch("news", 0.1))


asyncio.run(main())


# Proof:
# Output:
#     asyncio.run() cannot be called from a running event loop
#     <news>
# Breaks: no loop is running
#     -asyncio.run(main())
#     +print_page()
