"""wait_for raises TimeoutError only when the clean-up is over."""

import asyncio


async def fetch(name):
    try:
        await asyncio.sleep(60)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.3)
        print(name, "has cleaned up")


async def main():
    try:
        await asyncio.wait_for(fetch("mail"), 0.1)
    except TimeoutError:
        print("main: too late")


asyncio.run(main())


# Proof:
# Output:
#     mail cleans up
#     mail has cleaned up
#     main: too late
# Takes: 0.4 s
# Breaks: the fetch is shielded
#     -        await asyncio.wait_for(fetch("mail"), 0.1)
#     +        await asyncio.wait_for(asyncio.shield(fetch("mail")), 0.1)
