# /// script
# [tool.proof]
# xfail = true
# ///
"""Tea and toast are made at once."""

import asyncio


async def make(what, seconds):
    print(what, "begun")
    await asyncio.sleep(seconds)
    print(what, "done")


async def main():
    await asyncio.create_task(make("tea", 0.3))
    await asyncio.create_task(make("toast", 0.2))


asyncio.run(main())


# Proof:
# Output:
#     tea begun
#     toast begun
#     toast done
#     tea done
# Takes: 0.3 s ± 0.15 s
