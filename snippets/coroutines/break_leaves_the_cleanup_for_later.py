"""After a break, a generator's finally runs later, in another task."""

import asyncio


def task_name():
    task = asyncio.current_task()
    return "none" if task is None else task.get_name()


async def rows():
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        same = task_name() == "main"
        print("rows: finally, in", "main" if same else "another task")


async def main():
    async for row in rows():
        print("main: got row", row)
        break
    print("main: after the loop")
    await asyncio.sleep(0.1)
    print("main: a while later")


async def start():
    await asyncio.create_task(main(), name="main")


asyncio.run(start())


# Proof:
# Output:
#     main: got row 1
#     main: after the loop
#     rows: finally, in another task
#     main: a while later
# Takes: 0.2 s
# Breaks: main closes the generator itself
#     -    async for row in rows():
#     +    some = rows()
#     +    async for row in some:
#              print("main: got row", row)
#              break
#     +    await some.aclose()
# Breaks: the loop runs to its end
#              print("main: got row", row)
#     -        break
