"""asyncio.TimeoutError and TimeoutError are one class."""

import asyncio

print(asyncio.TimeoutError is TimeoutError)
print("an OSError:", issubclass(asyncio.TimeoutError, OSError))
print(
    "a CancelledError:",
    issubclass(asyncio.TimeoutError, asyncio.CancelledError),
)


# Proof:
# Output:
#     True
#     an OSError: True
#     a CancelledError: False
# Breaks: another exception is compared
#     -print(asyncio.TimeoutError is TimeoutError)
#     +print(asyncio.CancelledError is TimeoutError)
