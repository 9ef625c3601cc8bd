"""A second loop cannot be run inside a running one."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    loop = asyncio.new_event_loop()
    try:
        print(loop.run_until_complete(fetch()))
    finally:
        loop.close()


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: RuntimeError: Cannot run the event loop while another loop is running
