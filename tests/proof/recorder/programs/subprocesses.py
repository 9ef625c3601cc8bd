"""Children are started, read and waited for."""

import asyncio
from asyncio.subprocess import PIPE


async def main() -> None:
    child = await asyncio.create_subprocess_exec("echo", "One", stdout=PIPE)
    print(await child.communicate())
    child = await asyncio.create_subprocess_shell("sleep 0.05; exit 3")
    print(await child.wait())
    child = await asyncio.create_subprocess_exec("sleep", "3")
    child.terminate()
    print(await child.wait())


asyncio.run(main())
