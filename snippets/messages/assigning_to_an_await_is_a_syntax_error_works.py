"""await belongs on the right of an assignment."""

import asyncio


async def main():
    page = await asyncio.sleep(0.1, "<news>")
    print(page)


asyncio.run(main())


# Proof:
# Output:
#     <news>
