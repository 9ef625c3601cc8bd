"""Of await, return and yield, only yield changes what is made."""

import inspect
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any


async def empty() -> None:
    """Contain none of the three words."""


async def awaits() -> None:
    """Contain an await."""
    await empty()


async def returns() -> int:
    """Contain a return with a value."""
    return 42


async def yields() -> AsyncIterator[int]:
    """Contain a yield."""
    yield 42


async def maybe() -> AsyncIterator[int]:
    """Contain a yield that is never reached."""
    if False:
        yield 42


def row(title: str, cells: Iterable[str]) -> None:
    """Print one row of the table."""
    print(f"{title:20}" + "".join(f"{cell:10}" for cell in cells))


def ask(test: Callable[[Any], bool], things: Iterable[Any]) -> None:
    """Print what a test says of each thing."""
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
