"""timeout(0) stops only what waits; wait_for with 0 starts nothing."""

import asyncio


async def at_once():
    print("  started")
    return "result"


async def after_a_turn():
    print("  started")
    await asyncio.sleep(0)
    return "result"


async def main():
    for work in (at_once, after_a_turn):
        print("timeout(0),", work.__name__)
        try:
            async with asyncio.timeout(0):
                print(" ", await work())
        except TimeoutError:
            print("  timed out")
    print("wait_for, at_once")
    try:
        print(" ", await asyncio.wait_for(at_once(), 0))
    except TimeoutError:
        print("  timed out")


asyncio.run(main())


# Proof:
# Output:
#     timeout(0), at_once
#       started
#       result
#     timeout(0), after_a_turn
#       started
#       timed out
#     wait_for, at_once
#       timed out
# Breaks: there is a little time
#     -            async with asyncio.timeout(0):
#     +            async with asyncio.timeout(0.2):
# Breaks: the last one gets a little time
#     -        print(" ", await asyncio.wait_for(at_once(), 0))
#     +        print(" ", await asyncio.wait_for(at_once(), 0.2))
