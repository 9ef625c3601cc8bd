"""A gather that failed, and that nobody awaited, is logged."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    asyncio.gather(fetch(), fetch())
    await asyncio.sleep(0.1)
    print("main: done")


asyncio.run(main())


# Proof:
# Output:
#     main: done
# Stderr:
#     _GatheringFuture exception was never retrieved
#     future: <_GatheringFuture finished exception=OSError('no network')>
#     Traceback (most recent call last):
#       File "snippets/messages/a_gather_failed_and_nobody_asked.py", line 7, in fetch
#         raise OSError("no network")
#     OSError: no network
