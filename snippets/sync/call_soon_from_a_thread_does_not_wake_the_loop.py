"""The loop notices call_soon from a thread late."""

import asyncio
import threading


async def answered(how):
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    call = getattr(loop, how)
    threading.Timer(0.1, call, [event.set]).start()
    await event.wait()
    print(how)


async def main():
    alarm = asyncio.create_task(asyncio.sleep(0.4))
    await answered("call_soon")
    await answered("call_soon_threadsafe")
    await alarm


asyncio.run(main())


# Proof:
# Output:
#     call_soon
#     call_soon_threadsafe
# Takes: 0.5 s
# Breaks: both wake the loop
#     -    await answered("call_soon")
#     +    await answered("call_soon_threadsafe")
