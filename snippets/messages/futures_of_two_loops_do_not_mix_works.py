"""A future is run by the loop that made it."""

import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.1, future.set_result, "<news>")
print(loop.run_until_complete(future))
loop.close()


# Proof:
# Output:
#     <news>
