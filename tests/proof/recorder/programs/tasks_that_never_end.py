"""Tasks are left behind by a loop that nobody runs any more."""

import asyncio


async def stuck() -> None:
    await asyncio.Event().wait()


async def overdue() -> None:
    await asyncio.sleep(0.03)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda *_: None)
left = [loop.create_task(stuck()), loop.create_task(overdue())]
loop.call_later(0.02, loop.stop)
loop.run_forever()
