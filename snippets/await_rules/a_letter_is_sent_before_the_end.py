# /// script
# [tool.proof]
# xfail = true
# ///
"""A letter is sent before the end, however long that takes."""

import asyncio


async def send():
    await asyncio.sleep(0.3)
    print("letter sent")


async def main():
    asyncio.create_task(send())
    await asyncio.sleep(0.2)
    print("desk cleared")


asyncio.run(main())


# Proof:
# Output:
#     desk cleared
#     letter sent
# Takes: 0.3 s ± 0.15 s
