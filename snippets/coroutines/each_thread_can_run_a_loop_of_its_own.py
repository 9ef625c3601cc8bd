"""Each thread can run an event loop of its own, all at once."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

Place = tuple[int, asyncio.AbstractEventLoop]


async def wait():
    await asyncio.sleep(0.3)
    return threading.get_ident(), asyncio.get_running_loop()


def run_a_loop():
    return asyncio.run(wait())


with ThreadPoolExecutor(3) as pool:
    calls = [pool.submit(run_a_loop) for _ in range(3)]
    places = [call.result() for call in calls]
print(len({thread for thread, _ in places}), "threads")
print(len({loop for _, loop in places}), "loops")


# Proof:
# Output:
#     3 threads
#     3 loops
# Takes: 0.3 s ± 0.2 s
# Breaks: there is one thread for all
#     -with ThreadPoolExecutor(3) as pool:
#     +with ThreadPoolExecutor(1) as pool:
