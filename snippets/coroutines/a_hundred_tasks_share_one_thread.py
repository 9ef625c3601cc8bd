"""A hundred tasks wait at the same time, in one thread."""

import asyncio
import os
import threading


async def fetch():
    await asyncio.sleep(0.1)
    return os.getpid(), threading.get_ident()


async def main():
    places = await asyncio.gather(*(fetch() for _ in range(100)))
    processes = {process for process, _ in places}
    threads = {thread for _, thread in places}
    print(len(places), "tasks")
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
# Takes: 0.1 s ± 0.15 s
# Waits together: fetch 1, fetch 100
# Breaks: each asks a thread of its own
#     -    return os.getpid(), threading.get_ident()
#     +    return os.getpid(), await asyncio.to_thread(threading.get_ident)
# Breaks: each blocks instead of waiting
#      import os
#      import threading
#     +import time
#
#     -    await asyncio.sleep(0.1)
#     +    time.sleep(0.01)
