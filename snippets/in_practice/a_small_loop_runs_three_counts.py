"""A deque, a heap and send make an event loop that knows sleep."""

import time
import types
from collections import deque
from heapq import heappop, heappush
from itertools import count as numbers


@types.coroutine
def sleep(seconds):
    yield seconds


def run(*coroutines):
    ready, asleep, tie, turns = deque(coroutines), [], numbers(), 0
    while ready or asleep:
        turns += 1
        if not ready:
            time.sleep(max(0, asleep[0][0] - time.monotonic()))
        while asleep and asleep[0][0] <= time.monotonic():
            ready.append(heappop(asleep)[-1])
        for _ in range(len(ready)):
            coroutine = ready.popleft()
            try:
                seconds = coroutine.send(None)
            except StopIteration:
                continue
            if seconds > 0:
                due = time.monotonic() + seconds
                heappush(asleep, (due, next(tie), coroutine))
            else:
                ready.append(coroutine)
    return turns


async def count(name, seconds):
    print(name, "One")
    await sleep(seconds)
    print(name, "Two")


async def compute():
    for part in (1, 2, 3):
        time.sleep(0.2)
        print("part", part)
        await sleep(0)


turns = run(count("a", 1), count("b", 0.8), count("c", 0.1), compute())
print(turns, "turns of the loop")


# Proof:
# Output:
#     a One
#     b One
#     c One
#     part 1
#     part 2
#     c Two
#     part 3
#     b Two
#     a Two
#     6 turns of the loop
# Takes: 1.0 s ± 0.3 s
# Breaks: it looks for due sleepers only when nothing is ready
#     -        while asleep and asleep[0][0] <= time.monotonic():
#     +        while not ready and asleep[0][0] <= time.monotonic():
# Breaks: it never sleeps, and asks over and over instead
#     -            time.sleep(max(0, asleep[0][0] - time.monotonic()))
#     +            pass
# Breaks: the sleepers are in a plain list, first come, first served
#     -            ready.append(heappop(asleep)[-1])
#     +            ready.append(asleep.pop(0)[-1])
#
#     -                heappush(asleep, (due, next(tie), coroutine))
#     +                asleep.append((due, next(tie), coroutine))
