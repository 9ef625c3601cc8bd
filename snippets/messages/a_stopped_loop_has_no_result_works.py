"""A return ends the loop that asyncio.run runs."""

import asyncio


async def main():
    await asyncio.sleep(0.1)
    return "done"


print(asyncio.run(main()))


# Proof:
# Output:
#     done
