"""One page that is missing does not lose the others."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    return f"<{name}>"


async def main():
    pages = await asyncio.gather(
        fetch("news", 0.3),
        fetch("mail", 0.1),
        fetch("weather", 0.2),
        return_exceptions=True,
    )
    for page in pages:
        print(page)


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     mail is down
#     <weather>
# Takes: 0.3 s ± 0.15 s
