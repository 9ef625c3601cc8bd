"""A deque and send are enough to let coroutines take turns."""

import types
from collections import deque


@types.coroutine
def pause():
    yield


async def count(name):
    for number in (1, 2, 3):
        print(name, number)
        await pause()


ready = deque([count("a"), count("b")])
while ready:
    coroutine = ready.popleft()
    try:
        coroutine.send(None)
    except StopIteration:
        continue
    ready.append(coroutine)


# Proof:
# Output:
#     a 1
#     b 1
#     a 2
#     b 2
#     a 3
#     b 3
# Breaks: it goes back to the front
#     -    ready.append(coroutine)
#     +    ready.appendleft(coroutine)
# Breaks: it never yields
#     -    yield
#     +    yield from ()
