"""A future belongs to one loop, and no other can run it."""

import asyncio

one = asyncio.new_event_loop()
other = asyncio.new_event_loop()
future = one.create_future()
try:
    other.run_until_complete(future)
finally:
    one.close()
    other.close()


# Proof:
# Raises: ValueError: The future belongs to a different loop than the one specified as the loop argument
