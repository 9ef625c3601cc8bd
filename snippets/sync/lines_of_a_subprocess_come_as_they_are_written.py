"""async for gets each line of a subprocess when it is written."""

import asyncio
from asyncio.subprocess import PIPE


async def follow(name, script):
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", script, stdout=PIPE
    )
    async for line in process.stdout:
        print(name, "wrote", line.decode().rstrip())
    print(name, "ended with", await process.wait())


async def main():
    await asyncio.gather(
        follow("news", "echo one; sleep 0.4; echo two"),
        follow("mail", "sleep 0.2; echo one; sleep 0.4; exit 3"),
    )


asyncio.run(main())


# Proof:
# Output:
#     news wrote one
#     mail wrote one
#     news wrote two
#     news ended with 0
#     mail ended with 3
# Takes: 0.6 s ± 0.15 s
# Blocks: 0.0 s
# Breaks: the lines come when the subprocess has ended
#     -    async for line in process.stdout:
#     +    for line in (await process.communicate())[0].splitlines():
