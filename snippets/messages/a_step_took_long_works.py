"""A blocking call in a thread takes no long step."""

import asyncio
import time


async def main():
    await asyncio.to_thread(time.sleep, 0.2)


asyncio.run(main())
print("done")


# Proof:
# Output:
#     done
# Blocks: 0.0 s ± 0.1 s
