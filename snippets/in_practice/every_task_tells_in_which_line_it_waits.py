"""Asked by a signal, every task tells in which line it waits."""

import asyncio
import os
import signal


def report():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        (frame,) = task.get_stack(limit=1)
        print(task.get_name(), "waits in line", frame.f_lineno)


async def work(queue):
    while True:
        print("worker:", await queue.get())


async def main():
    loop, queue = asyncio.get_running_loop(), asyncio.Queue()
    loop.add_signal_handler(signal.SIGUSR1, report)
    loop.call_later(0.2, os.kill, os.getpid(), signal.SIGUSR1)

    working = asyncio.create_task(work(queue), name="worker")
    await queue.put("news")
    try:
        async with asyncio.timeout(0.4):
            await queue.join()
    except TimeoutError:
        print("main: given up")
    working.cancel()


asyncio.run(main())


# Proof:
# Output:
#     worker: news
#     Task-1 waits in line 28
#     worker waits in line 16
#     main: given up
# Takes: 0.4 s
# Blocks: 0.0 s
# Breaks: the worker reports what it has done
#              print("worker:", await queue.get())
#     +        queue.task_done()
