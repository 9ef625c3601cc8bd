"""gather with return_exceptions: an error is a result like others."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("no mail")
    print(name, "there")
    return f"<{name}>"


async def main():
    pages = await asyncio.gather(
        fetch("news", 0.3),
        fetch("mail", 0.1),
        fetch("weather", 0.4),
        return_exceptions=True,
    )
    print(pages)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     news there
#     weather there
#     ['<news>', OSError('no mail'), '<weather>']
# Takes: 0.4 s
# Breaks: the error is raised
#     -        return_exceptions=True,
