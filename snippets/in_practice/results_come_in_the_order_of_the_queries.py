# /// script
# [tool.proof]
# xfail = true
# ///
"""Results come in the order of the queries, whichever ends first."""

import asyncio


async def find(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    queries = [find("a", 0.3), find("b", 0.1), find("c", 0.2)]
    found = []
    for query in asyncio.as_completed(queries):
        found.append(await query)
    print(*found)


asyncio.run(main())


# Proof:
# Output:
#     a b c
# Takes: 0.3 s ± 0.15 s
