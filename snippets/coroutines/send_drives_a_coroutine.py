"""send(None) drives a coroutine; StopIteration carries its result."""

from inspect import getcoroutinestate


class Pause:
    """Awaiting it suspends once."""

    def __await__(self):
        yield "pausing"


async def add(a, b):
    print("add: begins")
    await Pause()
    print("add: goes on")
    return a + b


coroutine = add(2, 3)
print(getcoroutinestate(coroutine))

print("driver: got", repr(coroutine.send(None)))
print(getcoroutinestate(coroutine))

try:
    coroutine.send(None)
except StopIteration as stop:
    print("driver: StopIteration", stop.value)
print(getcoroutinestate(coroutine))


# Proof:
# Output:
#     CORO_CREATED
#     add: begins
#     driver: got 'pausing'
#     CORO_SUSPENDED
#     add: goes on
#     driver: StopIteration 5
#     CORO_CLOSED
# Breaks: it is driven once too often
#     -print("driver: got", repr(coroutine.send(None)))
#     +print("driver: got", repr(coroutine.send(None)), coroutine.send(None))
