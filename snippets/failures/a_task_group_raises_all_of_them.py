"""A task group raises all exceptions as a group; except* sorts them."""

import asyncio


async def fetch(name, seconds):
    try:
        await asyncio.sleep(seconds)
        raise OSError(f"{name} is down")
    except asyncio.CancelledError:
        raise ValueError(f"{name}: error in the clean-up") from None


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("mail", 0.1))
            group.create_task(fetch("news", 0.3))
    except* ValueError as errors:
        print("ValueError:", errors.exceptions)
    except* OSError as errors:
        print("OSError:", errors.exceptions)


asyncio.run(main())


# Proof:
# Output:
#     ValueError: (ValueError('news: error in the clean-up'),)
#     OSError: (OSError('mail is down'),)
# Takes: 0.1 s
# Breaks: nothing fails in the clean-up
#     -        raise ValueError(f"{name}: error in the clean-up") from None
#     +        raise
