"""Other tasks run during an await only if the event loop turns."""

import asyncio
import selectors
import time


class CountingSelector(selectors.DefaultSelector):
    turns = 0

    def select(self, timeout=None):
        self.turns += 1
        return super().select(timeout)


selector = CountingSelector()


async def at_once():
    return "<news>"


async def waiting():
    await asyncio.sleep(0.2)


async def blocking():
    time.sleep(0.2)


async def count_turns(name, awaitable):
    other = asyncio.create_task(at_once())
    before = selector.turns
    await awaitable
    turns = selector.turns - before
    ran = "yes" if other.done() else "no"
    print(f"{name:<23} others ran: {ran:<3} turns: {turns}")
    await other


async def main():
    done = asyncio.create_task(at_once())
    await done
    queue = asyncio.Queue()
    queue.put_nowait("<news>")
    await count_turns("at_once()", at_once())
    await count_turns("done task", done)
    await count_turns("queue.get(), not empty", queue.get())
    await count_turns("blocking()", blocking())
    await count_turns("asyncio.sleep(0)", asyncio.sleep(0))
    await count_turns("new task", asyncio.create_task(at_once()))
    await count_turns("waiting()", waiting())


def make_loop():
    return asyncio.SelectorEventLoop(selector)


with asyncio.Runner(loop_factory=make_loop) as runner:
    runner.run(main())


# Proof:
# Output:
#     at_once()               others ran: no  turns: 0
#     done task               others ran: no  turns: 0
#     queue.get(), not empty  others ran: no  turns: 0
#     blocking()              others ran: no  turns: 0
#     asyncio.sleep(0)        others ran: yes turns: 1
#     new task                others ran: yes turns: 2
#     waiting()               others ran: yes turns: 3
# Takes: 0.4 s
# Blocks: 0.2 s
# Breaks: the coroutine that never has to wait waits after all
#     -    return "<news>"
#     +    return await asyncio.sleep(0, "<news>")
# Breaks: the queue is empty
#     -    queue.put_nowait("<news>")
#     +    loop = asyncio.get_running_loop()
#     +    loop.call_later(0.3, queue.put_nowait, "<news>")
