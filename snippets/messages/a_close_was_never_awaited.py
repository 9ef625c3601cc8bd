"""The close of an asynchronous generator has to be awaited."""

import asyncio


async def names():
    yield "news"
    yield "mail"


async def main():
    source = names()
    print(await anext(source))
    source.aclose()


asyncio.run(main())


# Proof:
# Output:
#     news
# Stderr [<3.13]:
# Stderr [>=3.13]:
#     snippets/messages/a_close_was_never_awaited.py:14: RuntimeWarning: coroutine method 'aclose' of 'names' was never awaited
#       source.aclose()
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
