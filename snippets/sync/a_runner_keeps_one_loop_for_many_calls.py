"""With a Runner, several calls from plain code share one loop."""

import asyncio


async def loop_of_now():
    return asyncio.get_running_loop()


first, second = asyncio.run(loop_of_now()), asyncio.run(loop_of_now())
print("asyncio.run twice, one loop:", first is second)

with asyncio.Runner() as runner:
    first, second = runner.run(loop_of_now()), runner.run(loop_of_now())
    print("one Runner, one loop:", first is second)


# Proof:
# Output:
#     asyncio.run twice, one loop: False
#     one Runner, one loop: True
# Breaks: one of the calls leaves the Runner aside
#     -    first, second = runner.run(loop_of_now()), runner.run(loop_of_now())
#     +    first, second = runner.run(loop_of_now()), asyncio.run(loop_of_now())
