"""With a compiler flag, code outside every function may await."""

import ast
import asyncio
import inspect
from types import FunctionType

TYPED = """
print("before")
await asyncio.sleep(0.2)
print("after")
"""


async def main():
    flag = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(TYPED, "<typed>", "exec", flags=flag)
    result = FunctionType(code, globals())()
    print("a coroutine:", inspect.iscoroutine(result))
    await result


asyncio.run(main())


# Proof:
# Output:
#     a coroutine: True
#     before
#     after
# Takes: 0.2 s
# Breaks: it is compiled without the flag
#     -    code = compile(TYPED, "<typed>", "exec", flags=flag)
#     +    code = compile(TYPED, "<typed>", "exec")
# Breaks: the coroutine is never awaited
#     -    await result
#     +    result.close()
