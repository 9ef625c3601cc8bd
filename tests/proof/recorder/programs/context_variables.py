"""Tasks and callbacks with contexts of their own."""

import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default=0)


async def child() -> int:
    variable.set(variable.get() + 1)
    await asyncio.sleep(0.02)
    return variable.get()


async def main() -> None:
    variable.set(10)
    context = contextvars.copy_context()
    print(await asyncio.gather(child(), child()), variable.get())
    print(await asyncio.create_task(child(), context=context), context[variable])
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print(variable.get()), context=context)
    await asyncio.sleep(0.01)


asyncio.run(main())
