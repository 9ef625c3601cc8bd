"""A main task that swallows its cancellation swallows a Ctrl+C."""

import asyncio
import signal

# A shell may have set it to be ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)


async def main():
    signal.raise_signal(signal.SIGINT)  # as Ctrl+C does
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("main: cancelled, and goes on")
    await asyncio.sleep(0.1)
    return "result"


try:
    print("asyncio.run returned the", asyncio.run(main()))
except KeyboardInterrupt:
    print("interrupted")


# Proof:
# Output:
#     main: cancelled, and goes on
#     asyncio.run returned the result
# Takes: 0.1 s
# Breaks: it raises again what it caught
#              print("main: cancelled, and goes on")
#     +        raise
