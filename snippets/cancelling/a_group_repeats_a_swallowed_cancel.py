"""Since 3.13, a group that fails repeats a swallowed cancel."""

import asyncio


async def fetch():
    raise OSError("mail is down")


async def reader():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("reader goes on")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch())
    except* OSError:
        print("reader does without mail")
    await asyncio.sleep(0.1)
    print("reader ends")


async def main():
    task = asyncio.create_task(reader())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     reader goes on
#     reader does without mail
#     reader ends
#     cancelled: False
# Output [>=3.13]:
#     reader goes on
#     reader does without mail
#     cancelled: True
# Breaks [>=3.13]: the request is taken back
#              print("reader goes on")
#     +        asyncio.current_task().uncancel()
# Breaks: nothing fails in the group
#     -    raise OSError("mail is down")
#     +    return
