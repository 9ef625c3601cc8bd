"""TaskGroup: all at once, and none is left when the block ends."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(fetch("news", 0.3)),
            group.create_task(fetch("mail", 0.1)),
            group.create_task(fetch("weather", 0.4)),
        ]
    print([task.result() for task in tasks])


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     mail there
#     news there
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.4 s
# Breaks: one task is outside the group
#     -            group.create_task(fetch("weather", 0.4)),
#     +            asyncio.create_task(fetch("weather", 0.4)),
