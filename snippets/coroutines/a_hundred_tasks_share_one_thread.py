"""A hundred tasks run in one thread of one process."""

import asyncio
import os
import threading


async def whereabouts():
    await asyncio.sleep(0.1)
    return os.getpid(), threading.get_ident()


async def main():
    tasks = [
        asyncio.create_task(whereabouts(), name=f"task {number}")
        for number in range(1, 101)
    ]
    notes = await asyncio.gather(*tasks)
    processes = {process for process, _ in notes}
    threads = {thread for _, thread in notes}
    print(len(notes), "tasks")
    print(len(processes), "process")
    print(len(threads), "thread")
    print("main's own:", threads == {threading.get_ident()})


asyncio.run(main())


# Proof:
# Output:
#     100 tasks
#     1 process
#     1 thread
#     main's own: True
