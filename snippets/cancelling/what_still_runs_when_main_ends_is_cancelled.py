"""When main ends, what still runs is cancelled, and may clean up."""

import asyncio


async def work():
    print("work: begins")
    try:
        await asyncio.sleep(60)
        print("work: ends")
    finally:
        print("work: cleans up")
        await asyncio.sleep(0.2)
        print("work: has cleaned up")


async def main():
    working = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    print("main: ends, work is done:", working.done())


asyncio.run(main())
print("asyncio.run has returned")


# Proof:
# Output:
#     work: begins
#     main: ends, work is done: False
#     work: cleans up
#     work: has cleaned up
#     asyncio.run has returned
# Takes: 0.3 s
# Breaks: nobody cancels it, and nobody waits for it
#     -asyncio.run(main())
#     +asyncio.new_event_loop().run_until_complete(main())
# Breaks: it only sleeps for a moment, and main waits for it
#     -        await asyncio.sleep(60)
#     +        await asyncio.sleep(0.3)
#
#     -    await asyncio.sleep(0.1)
#     +    await working
