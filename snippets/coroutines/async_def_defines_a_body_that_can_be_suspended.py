"""async def defines a body that can be suspended and continued."""

import asyncio


async def greet(name):
    print("hello", name)
    await asyncio.sleep(0.1)
    print("goodbye", name)


async def main():
    await asyncio.gather(greet("ada"), greet("bob"))


asyncio.run(main())


# Proof:
# Output:
#     hello ada
#     hello bob
#     goodbye ada
#     goodbye bob
# Takes: 0.1 s
# Breaks: the body never waits
#          print("hello", name)
#     -    await asyncio.sleep(0.1)
