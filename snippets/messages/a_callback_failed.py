"""An exception in a callback of the loop is logged."""

import asyncio


def tick(number):
    print(100 / number)


async def main():
    asyncio.get_running_loop().call_soon(tick, 0)
    await asyncio.sleep(0.1)
    print("main: goes on")


asyncio.run(main())


# Proof:
# Output:
#     main: goes on
# Stderr [<3.13]:
#     Exception in callback tick(0) at snippets/messages/a_callback_failed.py:6
#     handle: <Handle tick(0) at snippets/messages/a_callback_failed.py:6>
#     ...
#     ZeroDivisionError: division by zero
# Stderr [>=3.13]:
#     Exception in callback tick() at snippets/messages/a_callback_failed.py:6
#     handle: <Handle tick() at snippets/messages/a_callback_failed.py:6>
#     ...
#     ZeroDivisionError: division by zero
