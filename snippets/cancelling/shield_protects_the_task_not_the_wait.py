"""shield protects a task, not the one who waits for it."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def reader(news):
    try:
        return await asyncio.shield(news)
    except asyncio.CancelledError:
        print("reader: cancelled")
        raise


async def main():
    news = asyncio.create_task(fetch("news", 0.3))
    reading = asyncio.create_task(reader(news))
    await asyncio.sleep(0.1)
    reading.cancel()
    await asyncio.wait([reading])
    print("reader cancelled:", reading.cancelled())
    print("main:", await news)


asyncio.run(main())


# Proof:
# Output:
#     reader: cancelled
#     reader cancelled: True
#     news there
#     main: <news>
# Takes: 0.3 s
# Breaks: nothing is shielded
#     -        return await asyncio.shield(news)
#     +        return await news
