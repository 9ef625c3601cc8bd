"""Tasks share what is local to a thread, not context variables."""

import asyncio
import threading
from contextvars import ContextVar

local = threading.local()
user = ContextVar("user", default="nobody")


async def handle(name):
    local.user = name
    user.set(name)
    await asyncio.sleep(0.1)
    print(f"{name}: local {local.user}, context {user.get()}")


async def main():
    await asyncio.gather(handle("ada"), handle("bob"))
    print("main, after two tasks:", user.get())
    await handle("eve")
    print("main, after an await:", user.get())


asyncio.run(main())


# Proof:
# Output:
#     ada: local bob, context ada
#     bob: local bob, context bob
#     main, after two tasks: nobody
#     eve: local eve, context eve
#     main, after an await: eve
# Breaks: both are awaited, and are no tasks
#     -    await asyncio.gather(handle("ada"), handle("bob"))
#     +    await handle("ada")
#     +    await handle("bob")
# Breaks: the third is a task as well
#     -    await handle("eve")
#     +    await asyncio.create_task(handle("eve"))
