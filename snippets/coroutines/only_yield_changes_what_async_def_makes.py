"""Of await, return and yield, only yield changes what is made."""

import inspect


async def empty():
    """Contain none of the three words."""


async def awaits():
    await empty()


async def returns():
    return 42


async def yields():
    yield 42


async def maybe():
    if False:
        yield 42


def row(title, cells):
    print(f"{title:20}" + "".join(f"{cell:10}" for cell in cells))


def ask(test, things):
    row(test.__name__, ("yes" if test(a) else "-" for a in things))


functions = [empty, awaits, returns, yields, maybe]
row("the function", (f.__name__ for f in functions))
ask(inspect.iscoroutinefunction, functions)
ask(inspect.isasyncgenfunction, functions)

calls = [function() for function in functions]
row("what a call gives", (f.__name__ + "()" for f in functions))
ask(inspect.iscoroutine, calls)
ask(inspect.isasyncgen, calls)
ask(inspect.isawaitable, calls)

for call in calls:
    if inspect.iscoroutine(call):
        call.close()


# Proof:
# Output:
#     the function        empty     awaits    returns   yields    maybe
#     iscoroutinefunction yes       yes       yes       -         -
#     isasyncgenfunction  -         -         -         yes       yes
#     what a call gives   empty()   awaits()  returns() yields()  maybe()
#     iscoroutine         yes       yes       yes       -         -
#     isasyncgen          -         -         -         yes       yes
#     isawaitable         yes       yes       yes       -         -
# Breaks: yield cannot be reached and is dropped
#      async def maybe():
#          if False:
#     -        yield 42
#     +        return 42
