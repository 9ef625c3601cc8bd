"""What main closes before it returns has nothing left to do."""

import asyncio


class Connection:
    """Closes itself when it is thrown away, as transports do."""

    def __init__(self):
        self.loop, self.closed = asyncio.get_running_loop(), False

    def close(self):
        if not self.closed:
            self.closed = True
            self.loop.call_soon(print, "closed")

    def __del__(self):
        self.close()


async def main():
    connection = Connection()
    connection.close()
    return connection


asyncio.run(main())


# Proof:
# Output:
#     closed
