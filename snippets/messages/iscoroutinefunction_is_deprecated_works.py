"""The iscoroutinefunction of inspect says the same."""

import inspect


async def fetch():
    return "<news>"


print(inspect.iscoroutinefunction(fetch))


# Proof:
# Output:
#     True
