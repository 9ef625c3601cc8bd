"""A deque, a heap and send make an event loop that knows sleep."""

import time
import types
from collections import deque
from collections.abc import Coroutine
from heapq import heappop, heappush

Work = Coroutine[float, None, None]


@types.coroutine
def sleep(seconds):
    yield seconds


def run(*coroutines):
    ready = deque(enumerate(coroutines, 1))
    asleep: list[tuple[float, int, Work]] = []
    while ready or asleep:
        while not ready or is_due(asleep):
            due, number, work = heappop(asleep)
            time.sleep(max(0, due - time.monotonic()))
            ready.append((number, work))
        number, work = ready.popleft()
        print(f"{number}: begins a step")
        try:
            seconds = work.send(None)
        except StopIteration:
            print(f"{number}: is done")
        else:
            print(f"{number}: sleeps for {seconds} s")
            due = time.monotonic() + seconds
            heappush(asleep, (due, number, work))


def is_due(asleep):
    return bool(asleep) and asleep[0][0] <= time.monotonic()


async def count():
    print("One")
    await sleep(1)
    print("Two")


run(count(), count(), count())


# Proof:
# Output:
#     1: begins a step
#     One
#     1: sleeps for 1 s
#     2: begins a step
#     One
#     2: sleeps for 1 s
#     3: begins a step
#     One
#     3: sleeps for 1 s
#     1: begins a step
#     Two
#     1: is done
#     2: begins a step
#     Two
#     2: is done
#     3: begins a step
#     Two
#     3: is done
# Takes: 1.0 s ± 0.3 s
