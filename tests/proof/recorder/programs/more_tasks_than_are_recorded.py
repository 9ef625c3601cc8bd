"""A hundred tasks sleep together where fifty are recorded."""

import asyncio
import sys
from typing import Any


async def sleeper() -> None:
    await asyncio.sleep(0.05)


async def main() -> None:
    await asyncio.gather(*(sleeper() for _ in range(100)))


# The limit is lowered where there is a recorder: to reach it takes long.
tasks: Any = sys.modules.get("_proof_tasks")
if tasks:
    tasks.MOST_TASKS = 50
asyncio.run(main())
