"""Outside a loop, get_event_loop makes one, or raises."""

import asyncio

try:
    loop = asyncio.get_event_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
else:
    print("made a loop, which runs:", loop.is_running())
    loop.close()


# Proof:
# Output [<3.14]:
#     made a loop, which runs: False
# Output [>=3.14]:
#     RuntimeError: There is no current event loop in thread 'MainThread'.
# Stderr [<3.12]:
# Stderr [>=3.12,<3.14]:
#     snippets/history/get_event_loop_makes_a_loop_or_raises.py:6: DeprecationWarning: There is no current event loop
#       loop = asyncio.get_event_loop()
# Stderr [>=3.14]:
# Breaks [>=3.12]: a loop is made and set first
#      try:
#     +    asyncio.set_event_loop(asyncio.new_event_loop())
#          loop = asyncio.get_event_loop()
