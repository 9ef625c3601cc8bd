"""A callback that is async def never runs where nothing awaits it."""

import asyncio

tasks = []


def publish(page, callback):
    callback(page)
    print("published", page)


async def save(page):
    print("saved", page)


def save_soon(page):
    tasks.append(asyncio.create_task(save(page)))


async def main():
    publish("<news>", save)
    publish("<mail>", save_soon)
    await asyncio.gather(*tasks)


asyncio.run(main())


# Proof:
# Output:
#     published <news>
#     published <mail>
#     saved <mail>
# Stderr:
#     snippets/sync/a_callback_that_is_async_is_never_awaited.py:9: RuntimeWarning: coroutine 'save' was never awaited
#       callback(page)
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Breaks: both pages are saved by a task
#     -    publish("<news>", save)
#     +    publish("<news>", save_soon)
