"""A timeout lets others run only if something in it has to wait."""

import asyncio
from contextlib import suppress

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    with suppress(TimeoutError):
        await awaitable
    print(f"{what:<22}  {state:<13}  {turns - before}")


async def noop():
    pass


async def noop_within(limit):
    async with limit:
        await noop()


async def main():
    tick()
    done, wait_for = asyncio.Future(), asyncio.wait_for
    done.set_result(None)
    await count("wait_for(noop(), 1)", "", wait_for(noop(), 1))
    await count("wait_for(noop(), None)", "", wait_for(noop(), None))
    await count("wait_for(noop(), 0)", "times out", wait_for(noop(), 0))
    await count("wait_for(future, 1)", "done", wait_for(done, 1))
    await count("wait_for(future, None)", "done", wait_for(done, None))
    await count("wait_for(future, 0)", "done", wait_for(done, 0))
    pending = asyncio.Future()
    await count("wait_for(future, 0)", "pending", wait_for(pending, 0))
    timeout = asyncio.timeout
    await count("timeout(1)", "around noop()", noop_within(timeout(1)))
    await count("timeout(0)", "around noop()", noop_within(timeout(0)))


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     wait_for(noop(), 1)                    3
#     wait_for(noop(), None)                 0
#     wait_for(noop(), 0)     times out      3
#     wait_for(future, 1)     done           2
#     wait_for(future, None)  done           0
#     wait_for(future, 0)     done           0
#     wait_for(future, 0)     pending        2
#     timeout(1)              around noop()  0
#     timeout(0)              around noop()  0
# Output [>=3.12]:
#     wait_for(noop(), 1)                    0
#     wait_for(noop(), None)                 0
#     wait_for(noop(), 0)     times out      3
#     wait_for(future, 1)     done           0
#     wait_for(future, None)  done           0
#     wait_for(future, 0)     done           0
#     wait_for(future, 0)     pending        2
#     timeout(1)              around noop()  0
#     timeout(0)              around noop()  0
# Breaks: what it limits waits
#      async def noop():
#     -    pass
#     +    await asyncio.sleep(0)
