"""A TaskGroup waits for its tasks, also for those nobody kept."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    async with asyncio.TaskGroup() as group:
        news = group.create_task(fetch("news", 0.2))
        mail = group.create_task(fetch("mail", 0.1))
        group.create_task(fetch("weather", 0.3))
        print("main is at the end of the block")
    print("main has", news.result(), mail.result())


asyncio.run(main())


# Proof:
# Output:
#     main is at the end of the block
#     news asked
#     mail asked
#     weather asked
#     mail there
#     news there
#     weather there
#     main has <news> <mail>
# Takes: 0.3 s
# Blocks: 0.0 s
# Waits together: fetch 1, fetch 2, fetch 3
# Breaks: one task is outside the group, and nothing waits for it
#     -        group.create_task(fetch("weather", 0.3))
#     +        asyncio.create_task(fetch("weather", 0.3))
# Breaks: no group, and only the named tasks are waited for
#     -    async with asyncio.TaskGroup() as group:
#     -        news = group.create_task(fetch("news", 0.2))
#     -        mail = group.create_task(fetch("mail", 0.1))
#     -        group.create_task(fetch("weather", 0.3))
#     -        print("main is at the end of the block")
#     +    news = asyncio.create_task(fetch("news", 0.2))
#     +    mail = asyncio.create_task(fetch("mail", 0.1))
#     +    asyncio.create_task(fetch("weather", 0.3))
#     +    print("main is at the end of the block")
#     +    await asyncio.wait([news, mail])
