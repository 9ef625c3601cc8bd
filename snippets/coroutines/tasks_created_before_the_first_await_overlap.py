"""Tasks overlap if all are created before the first is awaited."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    news = asyncio.create_task(fetch("news", 0.3))
    mail = asyncio.create_task(fetch("mail", 0.2))
    weather = asyncio.create_task(fetch("weather", 0.1))
    print("main created three tasks")
    print("main has", await news, await mail, await weather)


asyncio.run(main())


# Proof:
# Output:
#     main created three tasks
#     news asked
#     mail asked
#     weather asked
#     weather there
#     mail there
#     news there
#     main has <news> <mail> <weather>
# Takes: 0.3 s
# Blocks: 0.0 s
# Waits together: fetch 1, fetch 2, fetch 3
# Breaks: no tasks, and each begins only when it is awaited
#     -    news = asyncio.create_task(fetch("news", 0.3))
#     -    mail = asyncio.create_task(fetch("mail", 0.2))
#     -    weather = asyncio.create_task(fetch("weather", 0.1))
#     +    news = fetch("news", 0.3)
#     +    mail = fetch("mail", 0.2)
#     +    weather = fetch("weather", 0.1)
