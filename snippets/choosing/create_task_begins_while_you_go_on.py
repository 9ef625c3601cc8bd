"""create_task: they begin while you go on with something else."""

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
    print("something else first")
    print([await task for task in tasks])


asyncio.run(main())


# Proof:
# Output:
#     something else first
#     news asked
#     mail asked
#     weather asked
#     mail there
#     news there
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.4 s
# Breaks: main waits first
#     +    await asyncio.sleep(0)
#          print("something else first")
