"""yield from in an ordinary function refuses a coroutine."""


async def fetch(name):
    return f"<{name}>"


def main():
    page = yield from fetch("news")
    print(page)


list(main())


# Proof:
# Stderr:
#     snippets/messages/yield_from_refuses_a_coroutine.py:9: RuntimeWarning: coroutine 'fetch' was never awaited
#       page = yield from fetch("news")
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: cannot 'yield from' a coroutine object in a non-coroutine generator
