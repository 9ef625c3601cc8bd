"""as_completed: all at once, and each result as soon as it is there."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    tasks = [
        asyncio.create_task(fetch("news", 0.3)),
        asyncio.create_task(fetch("mail", 0.1)),
        asyncio.create_task(fetch("weather", 0.4)),
    ]
    for next_one in asyncio.as_completed(tasks):
        print(await next_one)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     mail there
#     <mail>
#     news there
#     <news>
#     weather there
#     <weather>
# Takes: 0.4 s
# Breaks: the tasks are awaited in your order
#     -    for next_one in asyncio.as_completed(tasks):
#     +    for next_one in tasks:
