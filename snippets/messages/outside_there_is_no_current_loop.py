"""Outside of coroutines there is no current event loop."""

import asyncio


async def main():
    print("running")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()


# Proof:
# Output [<3.14]:
#     running
# Output [>=3.14]:
# Stderr [<3.12]:
# Stderr [>=3.12,<3.14]:
#     snippets/messages/outside_there_is_no_current_loop.py:10: DeprecationWarning: There is no current event loop
#       loop = asyncio.get_event_loop()
# Stderr [>=3.14]:
# Raises [<3.14]: nothing
# Raises [>=3.14]: RuntimeError: There is no current event loop in thread 'MainThread'.
