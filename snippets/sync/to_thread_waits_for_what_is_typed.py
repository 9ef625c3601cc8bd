"""to_thread(input) waits for the keyboard, while the loop goes on."""

import asyncio
import os
import threading


def type_after(seconds, text):
    """Play the keyboard: what is written here, input() reads."""
    keys, hand = os.pipe()
    os.dup2(keys, 0)
    threading.Timer(seconds, os.write, (hand, text)).start()


async def count():
    for number in range(1, 4):
        await asyncio.sleep(0.2)
        print(number)


async def main():
    type_after(0.5, b"Ada\n")
    counting = asyncio.create_task(count())
    name = await asyncio.to_thread(input)
    print("typed:", name)
    await counting


asyncio.run(main())


# Proof:
# Output:
#     1
#     2
#     typed: Ada
#     3
# Takes: 0.6 s
# Blocks: 0.0 s
# Breaks: the loop's own thread waits for the keyboard
#     -    name = await asyncio.to_thread(input)
#     +    name = input()
