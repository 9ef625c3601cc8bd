"""await in a plain def is a SyntaxError, also inside async def."""

import asyncio


async def main() -> None:
    """Define a helper, and forget its async."""

    def pause() -> None:
        """Wait for a moment, it seems."""
        await asyncio.sleep(0)

    pause()


asyncio.run(main())


# Proof:
# Raises: SyntaxError: 'await' outside async function
