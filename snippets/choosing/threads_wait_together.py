"""Threads: calls that block wait together, each in a thread."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(name, seconds):
    time.sleep(seconds)
    return f"<{name}>"


with ThreadPoolExecutor() as pool:
    fetches = [
        pool.submit(fetch, "news", 0.3),
        pool.submit(fetch, "mail", 0.1),
        pool.submit(fetch, "weather", 0.4),
    ]
    for future in as_completed(fetches):
        print(future.result(), "there")
    print([future.result() for future in fetches])


# Proof:
# Output:
#     <mail> there
#     <news> there
#     <weather> there
#     ['<news>', '<mail>', '<weather>']
# Breaks: one thread for all of them
#     -with ThreadPoolExecutor() as pool:
#     +with ThreadPoolExecutor(1) as pool:
