# /// script
# requires-python = ">=3.11, !=3.12.*"
# ///
"""A StopIteration of a thread cannot be raised where it is awaited."""

import asyncio


async def main():
    names = iter([])
    try:
        async with asyncio.timeout(0.1):
            print(await asyncio.to_thread(next, names))
    except TimeoutError:
        print("nothing came")


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     nothing came
# Output [>=3.13]:
# Stderr [<3.12]:
#     Exception in callback _chain_future.<locals>._set_state(...
#     ...
#     TypeError: StopIteration interacts badly with generators and cannot be raised into a Future
# Stderr [>=3.13]:
# Raises [<3.12]: nothing
# Raises [>=3.13]: RuntimeError: StopIteration interacts badly with generators and cannot be raised into a Future
