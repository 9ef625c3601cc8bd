"""A loop that nobody closed is told of when it goes."""

import asyncio
import warnings

warnings.simplefilter("always")
loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0.1))
del loop


# Proof:
# Stderr:
#     ...: ResourceWarning: unclosed event loop <_UnixSelectorEventLoop running=False closed=False debug=False>
#     ...
