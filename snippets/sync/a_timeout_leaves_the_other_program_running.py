"""A timeout ends the wait for another program, not the program."""

import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("sleep", "1")
    try:
        async with asyncio.timeout(0.2):
            await process.wait()
    except TimeoutError:
        print("timed out, and it ended with", process.returncode)
        process.kill()
    print("it ended with", await process.wait())


asyncio.run(main())


# Proof:
# Output:
#     timed out, and it ended with None
#     it ended with -9
# Takes: 0.2 s ± 0.15 s
# Breaks: nobody kills it
#     -        process.kill()
