"""The iscoroutinefunction of asyncio is deprecated."""

import asyncio
import warnings

warnings.simplefilter("always")


async def fetch():
    return "<news>"


print(asyncio.iscoroutinefunction(fetch))


# Proof:
# Output:
#     True
# Stderr [<3.14]:
# Stderr [>=3.14]:
#     snippets/messages/iscoroutinefunction_is_deprecated.py:13: DeprecationWarning: 'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use inspect.iscoroutinefunction() instead
#       print(asyncio.iscoroutinefunction(fetch))
