"""In debug mode, a step that takes long is logged."""

import asyncio
import time


async def main():
    time.sleep(0.2)


asyncio.run(main(), debug=True)


# Proof:
# Stderr:
#     Executing <Task finished name='Task-1' coro=<main() done, defined at snippets/messages/a_step_took_long.py:7> result=None created at ...> took ... seconds
#     ...
