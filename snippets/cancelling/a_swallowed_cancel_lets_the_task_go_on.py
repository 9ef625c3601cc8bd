"""A task that swallows its cancellation goes on to its result."""

import asyncio


async def fetch(name):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(name, "goes on")
    await asyncio.sleep(0.2)
    return f"<{name}>"


async def main():
    mail = asyncio.create_task(fetch("mail"))
    await asyncio.sleep(0.1)
    mail.cancel()
    print("main:", await mail)
    print("cancelled:", mail.cancelled())
    print("requests:", mail.cancelling())


asyncio.run(main())


# Proof:
# Output:
#     mail goes on
#     main: <mail>
#     cancelled: False
#     requests: 1
# Takes: 0.3 s
# Breaks: it raises again what it caught
#              print(name, "goes on")
#     +        raise
# Breaks: the request is taken back
#              print(name, "goes on")
#     +        asyncio.current_task().uncancel()
