"""When one fails, a task group cancels the others, then raises."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")
    return f"<{name}>"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("news", 0.3))
            group.create_task(fetch("mail", 0.1))
            group.create_task(fetch("weather", 0.2))
    except* OSError as errors:
        print("main:", errors.exceptions)
    await asyncio.sleep(0.3)
    print("main ends")


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     main: (OSError('mail is down'),)
#     main ends
# Takes: 0.4 s ± 0.1 s
# Breaks: the failing task comes last
#     -            group.create_task(fetch("mail", 0.1))
#     +            group.create_task(fetch("mail", 0.4))
