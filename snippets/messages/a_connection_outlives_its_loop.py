"""A __del__ that needs the loop fails when the loop is closed."""

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
    return Connection()


asyncio.run(main())


# Proof:
# Stderr [<3.14]:
#     Exception ignored in: <function Connection.__del__ at ...>
#     ...
#     RuntimeError: Event loop is closed
# Stderr [>=3.14]:
#     Exception ignored while calling deallocator <function Connection.__del__ at ...>:
#     ...
#     RuntimeError: Event loop is closed
