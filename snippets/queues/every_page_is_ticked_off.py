# /// script
# [tool.proof]
# xfail = true
# ///
"""The program ends when every page has been ticked off."""

import asyncio


async def worker(queue):
    while True:
        name = await queue.get()
        await asyncio.sleep(0.2)
        print(name, "there")


async def main():
    queue = asyncio.Queue()
    for name in ("news", "mail", "weather"):
        queue.put_nowait(name)
    workers = [asyncio.create_task(worker(queue)) for _ in range(2)]
    async with asyncio.timeout(0.8):
        await queue.join()
    for each in workers:
        each.cancel()
    print("all there")


asyncio.run(main())


# Proof:
# Output:
#     news there
#     mail there
#     weather there
#     all there
# Takes: 0.4 s ± 0.15 s
