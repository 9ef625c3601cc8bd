"""The first Ctrl+C does not cut time.sleep short on the loop."""

import asyncio
import signal
import threading
import time

# A shell may have set it to be ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)


def press_ctrl_c():
    time.sleep(0.1)
    main_thread = threading.main_thread().ident or 0
    signal.pthread_kill(main_thread, signal.SIGINT)


async def main():
    threading.Thread(target=press_ctrl_c).start()
    time.sleep(0.4)
    print("time.sleep: slept to the end")
    await asyncio.sleep(0.4)
    print("asyncio.sleep: slept to the end")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")


# Proof:
# Output:
#     time.sleep: slept to the end
#     interrupted
# Takes: 0.4 s ± 0.2 s
# Blocks: 0.4 s ± 0.2 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.4)
#     -    print("time.sleep: slept to the end")
#     +    await asyncio.sleep(0.4)
#     +    print("time.sleep: slept to the end")
# Breaks: no loop runs
#     -async def main():
#     -    threading.Thread(target=press_ctrl_c).start()
#     -    time.sleep(0.4)
#     -    print("time.sleep: slept to the end")
#     -    await asyncio.sleep(0.4)
#     -    print("asyncio.sleep: slept to the end")
#     +def main():
#     +    threading.Thread(target=press_ctrl_c).start()
#     +    time.sleep(0.4)
#     +    print("time.sleep: slept to the end")
#
#     -    asyncio.run(main())
#     +    main()
