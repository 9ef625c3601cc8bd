"""asyncio.run closes the loop that it made."""

import asyncio
import warnings

warnings.simplefilter("always")
asyncio.run(asyncio.sleep(0.1))
print("closed")


# Proof:
# Output:
#     closed
