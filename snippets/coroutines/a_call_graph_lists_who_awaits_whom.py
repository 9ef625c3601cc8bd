"""A call graph lists what a task awaits, down to the innermost."""

import asyncio
from typing import Any


async def ask():
    await asyncio.sleep(0.2)


async def greet():
    await ask()


async def main():
    task = asyncio.create_task(greet(), name="greeter")
    await asyncio.sleep(0.1)

    innermost: Any = task.get_coro()
    while innermost is not None:
        print(getattr(innermost, "__name__", type(innermost).__name__))
        innermost = getattr(innermost, "cr_await", None)

    library: Any = asyncio
    try:
        library.print_call_graph(task)
    except AttributeError as error:
        print(error)
    await task


asyncio.run(main())


# Proof:
# Output [<3.14]:
#     greet
#     ask
#     sleep
#     FutureIter
#     module 'asyncio' has no attribute 'print_call_graph'
# Output [>=3.14]:
#     greet
#     ask
#     sleep
#     FutureIter
#     * Task(name='greeter', id=...)
#       + Call stack:
#       |   File '<python>/asyncio/tasks.py', line ..., in async sleep()
#       |   File '...a_call_graph_lists_who_awaits_whom.py', line 8, in async ask()
#       |   File '...a_call_graph_lists_who_awaits_whom.py', line 12, in async greet()
# Breaks: greet waits for itself
#     -    await ask()
#     +    await asyncio.sleep(0.2)
