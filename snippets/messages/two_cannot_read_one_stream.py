"""Two tasks cannot read one stream at the same time."""

import asyncio


async def main():
    reader = asyncio.StreamReader()
    await asyncio.gather(reader.read(1), reader.read(1))


asyncio.run(main())


# Proof:
# Raises: RuntimeError: read() called while another coroutine is already waiting for incoming data
