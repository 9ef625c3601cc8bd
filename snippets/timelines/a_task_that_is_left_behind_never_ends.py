"""A task that is still waiting when its loop closes never ends."""

import asyncio


async def wait():
    await asyncio.Event().wait()
    print("never printed")


async def main():
    task = asyncio.create_task(wait(), name="waiter")
    await asyncio.sleep(0.2)
    print("main: leaves,", task.get_name(), "waits")


# asyncio.run would cancel the waiter at its end.
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()


# Proof:
# Output:
#     main: leaves, waiter waits
# Stderr:
#     Task was destroyed but it is pending!
#     task: <Task pending name='waiter' ...>
# Takes: 0.2 s
# Breaks: asyncio.run cancels the waiter
#     -loop = asyncio.new_event_loop()
#     -loop.run_until_complete(main())
#     -loop.close()
#     +asyncio.run(main())
