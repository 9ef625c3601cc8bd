"""An exception in a callback of a thread pool is logged."""

from concurrent.futures import ThreadPoolExecutor


def fetch():
    return "<news>"


def done(future):
    print(future.result()["title"])


with ThreadPoolExecutor() as pool:
    pool.submit(fetch).add_done_callback(done)


# Proof:
# Stderr:
#     exception calling callback for <Future at ... state=finished returned str>
#     ...
#     TypeError: string indices must be integers, not 'str'
