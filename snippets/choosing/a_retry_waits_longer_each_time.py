"""A retry calls the function again, and waits longer each time."""

import asyncio

answers = iter(["busy", "busy", "<news>"])


async def fetch(name):
    answer = next(answers)
    print(name, "asked:", answer)
    if answer == "busy":
        raise OSError(answer)
    return answer


async def retry(function, *args, times):
    for attempt in range(times - 1):
        try:
            return await function(*args)
        except OSError:
            await asyncio.sleep(0.1 * 2**attempt)
    return await function(*args)


async def main():
    print("got", await retry(fetch, "news", times=3))


asyncio.run(main())


# Proof:
# Output:
#     news asked: busy
#     news asked: busy
#     news asked: <news>
#     got <news>
# Takes: 0.3 s
# Blocks: 0.0 s
# Breaks: it tries twice
#     -    print("got", await retry(fetch, "news", times=3))
#     +    print("got", await retry(fetch, "news", times=2))
# Breaks: it waits the same time again
#     -            await asyncio.sleep(0.1 * 2**attempt)
#     +            await asyncio.sleep(0.1)
