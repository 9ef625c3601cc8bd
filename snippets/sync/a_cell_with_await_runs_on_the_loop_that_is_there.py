"""await in a cell works on the loop that runs; asyncio.run does not."""

import ast
import asyncio
import inspect

CELLS = (
    "print(await asyncio.sleep(0.1, '<news>'))",
    "asyncio.run(asyncio.sleep(0.1))",
)


async def run_cell(cell, names):
    flag = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(cell, "<cell>", "exec", flags=flag)
    result = eval(code, names)
    if inspect.iscoroutine(result):
        await result


async def notebook():
    names = {"asyncio": asyncio}
    for cell in CELLS:
        try:
            await run_cell(cell, names)
        except RuntimeError as error:
            print(error)


asyncio.run(notebook())


# Proof:
# Output:
#     <news>
#     asyncio.run() cannot be called from a running event loop
# Stderr:
#     snippets/sync/a_cell_with_await_runs_on_the_loop_that_is_there.py:27: RuntimeWarning: coroutine 'sleep' was never awaited
#       print(error)
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Breaks: the cell does not await
#     -    "print(await asyncio.sleep(0.1, '<news>'))",
#     +    "print(asyncio.sleep(0.1, '<news>'))",
