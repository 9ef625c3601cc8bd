"""cancel only requests; the task ends later, after its clean-up."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    try:
        await asyncio.sleep(seconds)
        print(name, "there")
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.1)
        print(name, "has cleaned up")


async def main():
    weather = asyncio.create_task(fetch("weather", 60))
    await asyncio.sleep(0.1)
    weather.cancel()
    print("main: requested, done:", weather.done())
    try:
        await weather
    except asyncio.CancelledError:
        print("main: cancelled:", weather.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     weather asked
#     main: requested, done: False
#     weather cleans up
#     weather has cleaned up
#     main: cancelled: True
# Takes: 0.2 s
# Blocks: 0.0 s
# Breaks: nobody waits for the clean-up
#     -        await weather
#     +        await asyncio.sleep(0.05)
