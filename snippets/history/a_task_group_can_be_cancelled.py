"""A task group that is cancelled ends at once, and raises nothing."""

import asyncio
from typing import Any


async def search(place, seconds):
    await asyncio.sleep(seconds)
    print("searched", place)


async def main():
    group: Any = asyncio.TaskGroup()
    async with group:
        first = group.create_task(search("desk", 0.1))
        group.create_task(search("attic", 0.5))
        await first
        try:
            group.cancel()
        except AttributeError as error:
            print(error)
    print("left the block")


asyncio.run(main())


# Proof:
# Output [<3.15]:
#     searched desk
#     'TaskGroup' object has no attribute 'cancel'
#     searched attic
#     left the block
# Output [>=3.15]:
#     searched desk
#     left the block
# Breaks: nobody cancels the group
#     -            group.cancel()
#     +            pass
