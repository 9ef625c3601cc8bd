"""A plain function on the loop can create a task, not wait for it."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


def on_click():
    print("clicked")
    task = asyncio.create_task(fetch("news", 0.1))
    print("done already:", task.done())
    return task


async def main():
    task = on_click()
    print(await task)


asyncio.run(main())


# Proof:
# Output:
#     clicked
#     done already: False
#     news asked
#     news there
#     <news>
# Breaks: main does not wait for the task
#     -    print(await task)
#     +    print(task.done())
