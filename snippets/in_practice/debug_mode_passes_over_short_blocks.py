"""Ten short blocks are not logged until the limit is lowered."""

import asyncio
import logging
import time

logged = []


def note(record):
    if "fetch()" in record.getMessage():
        logged.append(record)
    return False


async def fetch():
    time.sleep(0.03)


async def main():
    loop = asyncio.get_running_loop()
    for limit in (loop.slow_callback_duration, 0.01):
        loop.slow_callback_duration = limit
        logged.clear()
        await asyncio.gather(*(fetch() for _ in range(10)))
        print(f"limit {limit} s: {len(logged)} of 10 logged")


logging.getLogger("asyncio").addFilter(note)
asyncio.run(main(), debug=True)


# Proof:
# Output:
#     limit 0.1 s: 0 of 10 logged
#     limit 0.01 s: 10 of 10 logged
# Takes: 0.6 s ± 0.2 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.03)
#     +    await asyncio.sleep(0.03)
# Breaks: it blocks for longer than the usual limit
#     -    time.sleep(0.03)
#     +    time.sleep(0.12)
