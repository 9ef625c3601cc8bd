"""After a break, a context variable cannot be reset in finally."""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def rows():
    token = user.set("ada")
    try:
        yield 1
        yield 2
    finally:
        try:
            user.reset(token)
        except ValueError as error:
            print("rows: not reset,", type(error).__name__)


async def main():
    async for row in rows():
        print("main: got row", row)
        break
    await asyncio.sleep(0.1)
    print("main: user is", user.get())


asyncio.run(main())


# Proof:
# Output:
#     main: got row 1
#     rows: not reset, ValueError
#     main: user is ada
# Breaks: the loop runs to its end
#              print("main: got row", row)
#     -        break
