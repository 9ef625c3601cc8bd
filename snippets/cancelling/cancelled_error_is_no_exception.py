"""except Exception lets a cancellation through, except does not."""

import asyncio


async def careful():
    try:
        await asyncio.sleep(60)
    except Exception as error:
        print("careful caught", repr(error))
    print("careful goes on")


async def greedy():
    try:
        await asyncio.sleep(60)
    except:
        print("greedy caught it")
    print("greedy goes on")


async def main():
    tasks = [asyncio.create_task(f()) for f in (careful, greedy)]
    await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print("cancelled:", [task.cancelled() for task in tasks])


asyncio.run(main())


# Proof:
# Output:
#     greedy caught it
#     greedy goes on
#     cancelled: [True, False]
# Takes: 0.1 s
# Breaks: the careful one catches all there is
#     -    except Exception as error:
#     +    except BaseException as error:
# Breaks: the greedy one catches exceptions only
#     -    except:
#     +    except Exception:
