"""A plain function that calls asyncio.run works in a thread."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


def page():
    return asyncio.run(fetch("news", 0.2))


async def main():
    print(await asyncio.to_thread(page))


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     <news>
# Breaks: it is called in the thread of the loop
#     -    print(await asyncio.to_thread(page))
#     +    print(page())
