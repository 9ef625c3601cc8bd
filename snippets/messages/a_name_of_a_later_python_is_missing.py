"""A name that a later Python brought is missing from the module."""

import asyncio

THE_END = asyncio.QueueShutDown


# Proof:
# Raises [<3.13]: AttributeError: module 'asyncio' has no attribute 'QueueShutDown'
# Raises [>=3.13]: nothing
