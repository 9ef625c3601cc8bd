"""A tick comes every tenth of a second, whatever the work takes."""

import asyncio


async def main() -> None:
    """Work for a while in each round."""
    clock = asyncio.get_running_loop().time
    begin = clock()
    due = begin
    for work in (0.09, 0.08, 0.01, 0.02):
        await asyncio.sleep(work)
        due += 0.1
        await asyncio.sleep(due - clock())
        print(f"tick at {clock() - begin:.1f} s")


asyncio.run(main())


# Proof:
# Output:
#     tick at 0.1 s
#     tick at 0.2 s
#     tick at 0.3 s
#     tick at 0.4 s
# Takes: 0.4 s
