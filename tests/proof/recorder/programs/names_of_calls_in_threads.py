"""Functions called `run`, and partial ones with named arguments, in threads."""

import asyncio
import subprocess
import time
from functools import partial


def run(seconds: float) -> None:
    time.sleep(seconds)


async def main() -> None:
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, run, 0.02)
    await loop.run_in_executor(None, partial(subprocess.run, args=["true"]))
    await loop.run_in_executor(None, subprocess.run, ["true"])
    await asyncio.to_thread(subprocess.run, ["true"], check=True)


asyncio.run(main())
