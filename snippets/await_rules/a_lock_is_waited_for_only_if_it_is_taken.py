"""Awaiting a lock or an event lets others run only if it must wait."""

import asyncio

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<20}  {state:<8}  {turns - before}")


async def through(lock):
    async with lock:
        pass


async def notified(condition):
    async with condition:
        await condition.wait()


async def notify(condition):
    async with condition:
        condition.notify()


async def main():
    tick()
    soon = asyncio.get_running_loop().call_soon
    lock, semaphore = asyncio.Lock(), asyncio.Semaphore()
    event, condition = asyncio.Event(), asyncio.Condition()
    await count("async with Lock", "free", through(lock))
    await count("Lock.acquire()", "free", lock.acquire())
    soon(lock.release)
    await count("Lock.acquire()", "taken", lock.acquire())
    await count("Semaphore.acquire()", "free", semaphore.acquire())
    soon(semaphore.release)
    await count("Semaphore.acquire()", "taken", semaphore.acquire())
    soon(event.set)
    await count("Event.wait()", "not set", event.wait())
    await count("Event.wait()", "set", event.wait())
    await count("async with Condition", "free", through(condition))
    notifier = asyncio.create_task(notify(condition))
    await count("Condition.wait()", "notified", notified(condition))
    await notifier
    await count(
        "Barrier(1).wait()", "the last", asyncio.Barrier(1).wait()
    )


asyncio.run(main())


# Proof:
# Output:
#     async with Lock       free      0
#     Lock.acquire()        free      0
#     Lock.acquire()        taken     2
#     Semaphore.acquire()   free      0
#     Semaphore.acquire()   taken     2
#     Event.wait()          not set   2
#     Event.wait()          set       0
#     async with Condition  free      0
#     Condition.wait()      notified  2
#     Barrier(1).wait()     the last  0
# Breaks: the event is set already
#     -    soon(event.set)
#     +    event.set()
# Breaks: there is room for two
#     -    lock, semaphore = asyncio.Lock(), asyncio.Semaphore()
#     +    lock, semaphore = asyncio.Lock(), asyncio.Semaphore(2)
