"""A loop is run until something is done, and for ever until it is stopped."""

import asyncio


async def nap(seconds: float) -> float:
    await asyncio.sleep(seconds)
    return seconds


loop = asyncio.new_event_loop()
early = loop.create_task(nap(0.05))
early.set_name("early")
future = loop.create_future()
loop.call_later(0.02, future.set_result, 1)
print(loop.run_until_complete(future))
loop.call_later(0.02, loop.stop)
loop.run_forever()
print(loop.run_until_complete(early))
direct = asyncio.Task(nap(0.02), loop=loop, name="direct")
print(loop.run_until_complete(direct))
loop.close()
