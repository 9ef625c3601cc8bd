"""Cancelling is a request: the task may still clean up."""

import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        await asyncio.sleep(0.2)
        print("clean")


async def main():
    worker = asyncio.create_task(work(), name="worker")
    await asyncio.sleep(0.2)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("cancelled:", worker.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     cleaning up
#     clean
#     cancelled: True
# Takes: 0.4 s
# Breaks: nothing is awaited for the clean-up
#              print("cleaning up")
#     -        await asyncio.sleep(0.2)
# Breaks: it is cancelled a second time
#          worker.cancel()
#     +    await asyncio.sleep(0.1)
#     +    worker.cancel()
