# /// script
# [tool.proof]
# alone = true
# ///
"""Two tasks that let each other in take turns, step by step."""

import asyncio


async def play(word):
    for _ in range(3):
        print(word)
        await asyncio.sleep(0)


async def main():
    one = asyncio.create_task(play("ping"), name="one")
    two = asyncio.create_task(play("pong"), name="two")
    await one
    await two


asyncio.run(main())


# Proof:
# Output:
#     ping
#     pong
#     ping
#     pong
#     ping
#     pong
# Breaks: nobody lets the other in
#     -        await asyncio.sleep(0)
