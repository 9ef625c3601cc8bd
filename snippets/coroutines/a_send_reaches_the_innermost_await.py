"""A send goes down through every await, and what yields comes up."""

from inspect import getcoroutinestate
from typing import Any


class Ask:
    """Awaiting it asks the driver a question."""

    def __await__(self):
        return (yield "your name?")


async def ask():
    answer = await Ask()
    print("ask: was sent", repr(answer))
    return answer


async def greet():
    return "hello " + await ask()


async def shout():
    return (await greet()).upper()


coroutine = shout()
question = coroutine.send(None)
print("driver: got", repr(question))

frame: Any = coroutine
while hasattr(frame, "cr_await"):
    print(f"  {frame.__name__}: {getcoroutinestate(frame)}")
    frame = frame.cr_await
print(f"  and at the bottom a {type(frame).__name__}")

try:
    coroutine.send("ada")
except StopIteration as stop:
    print("driver: result", repr(stop.value))


# Proof:
# Output:
#     driver: got 'your name?'
#       shout: CORO_SUSPENDED
#       greet: CORO_SUSPENDED
#       ask: CORO_SUSPENDED
#       and at the bottom a generator
#     ask: was sent 'ada'
#     driver: result 'HELLO ADA'
# Breaks: ask does not await
#     -    answer = await Ask()
#     +    answer = "ada"
