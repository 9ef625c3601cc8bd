"""with and async with refuse what is made for the other."""

import asyncio
from typing import Any


class Plain:
    """Made for with."""

    def __enter__(self):
        """Do nothing."""

    def __exit__(self, *error):
        """Do nothing."""


class Asynchronous:
    """Made for async with."""

    async def __aenter__(self):
        """Do nothing."""

    async def __aexit__(self, *error):
        """Do nothing."""


async def main():
    asynchronous: Any = Asynchronous()
    try:
        with asynchronous:
            print("never printed")
    except TypeError as error:
        print(error)

    plain: Any = Plain()
    try:
        async with plain:
            print("never printed")
    except TypeError as error:
        print(error)


asyncio.run(main())


# Proof:
# Output [<3.14]:
#     'Asynchronous' object does not support the context manager protocol
#     'Plain' object does not support the asynchronous context manager protocol
# Output [>=3.14]:
#     'Asynchronous' object does not support the context manager protocol ... Did you mean to use 'async with'?
#     'Plain' object does not support the asynchronous context manager protocol ... Did you mean to use 'with'?
# Breaks: the words are swapped
#     -        with asynchronous:
#     +        async with asynchronous:
#
#     -        async with plain:
#     +        with plain:
