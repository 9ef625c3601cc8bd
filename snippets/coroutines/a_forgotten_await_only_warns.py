"""A forgotten await only warns: nothing runs, nothing is raised."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def save(page):
    print("saved", page)


async def main():
    page = await fetch("news", 0.1)
    save(page)
    print("main: goes on")


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     main: goes on
# Stderr:
#     ...a_forgotten_await_only_warns.py:19: RuntimeWarning: coroutine 'save' was never awaited
#       save(page)
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Takes: 0.1 s
# Breaks: the await is there
#     -    save(page)
#     +    await save(page)
