"""A plain except OSError misses a group with one OSError in it."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"{name} is down")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("mail", 0.1))
    except OSError as error:
        print("caught:", error)


asyncio.run(main())


# Proof:
# Output:
# Raises: ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
# Breaks: the star is put in
#     -    except OSError as error:
#     +    except* OSError as error:
