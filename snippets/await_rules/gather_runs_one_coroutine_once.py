"""gather runs a coroutine that it gets twice once, in one task."""

import asyncio


async def fetch():
    print("fetch: running")
    await asyncio.sleep(0.2)
    return "result"


async def main():
    coroutine = fetch()
    print(await asyncio.gather(coroutine, coroutine))


asyncio.run(main())


# Proof:
# Output:
#     fetch: running
#     ['result', 'result']
# Takes: 0.2 s
# Breaks: the function is called twice
#     -    print(await asyncio.gather(coroutine, coroutine))
#     +    print(await asyncio.gather(coroutine, fetch()))
