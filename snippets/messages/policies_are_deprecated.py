"""The policies of event loops are deprecated."""

import asyncio
import warnings

warnings.simplefilter("always")
asyncio.set_event_loop_policy(None)


# Proof:
# Stderr [<3.14]:
# Stderr [>=3.14]:
#     snippets/messages/policies_are_deprecated.py:7: DeprecationWarning: 'asyncio.set_event_loop_policy' is deprecated and slated for removal in Python 3.16
#       asyncio.set_event_loop_policy(None)
