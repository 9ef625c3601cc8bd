"""A task polls so often that not all of it is recorded, then sleeps."""

import asyncio
import sys
from typing import Any


async def main() -> None:
    for _ in range(3_000):
        await asyncio.sleep(0)
    await asyncio.sleep(0.2)


# The limit is lowered where there is a recorder: to reach it takes long.
trace: Any = sys.modules.get("_proof_trace")
if trace:
    trace.MOST_EVENTS = 2_000
asyncio.run(main())
