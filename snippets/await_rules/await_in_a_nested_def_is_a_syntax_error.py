"""await in a plain def is a SyntaxError, also inside async def."""

import asyncio


async def main():
    def pause():
        await asyncio.sleep(0)

    pause()


asyncio.run(main())


# Proof:
# Raises: SyntaxError: 'await' outside async function
# Breaks: the nested function is async too
#     -    def pause():
#     +    async def pause():
#
#     -    pause()
#     +    await pause()
