"""SystemExit in a task stops the loop, and every other task."""

import asyncio
import sys


async def fetch():
    await asyncio.sleep(0.1)
    sys.exit("mail is down")


async def main():
    mail = asyncio.create_task(fetch())
    try:
        await mail
    except SystemExit:
        print("main: caught it")
    except asyncio.CancelledError:
        print("main: cancelled")
        raise


try:
    asyncio.run(main())
except SystemExit as error:
    print("asyncio.run raised SystemExit:", error)


# Proof:
# Output:
#     main: cancelled
#     asyncio.run raised SystemExit: mail is down
# Takes: 0.1 s
# Breaks: main awaits it without a task
#     -    mail = asyncio.create_task(fetch())
#     +    mail = fetch()
