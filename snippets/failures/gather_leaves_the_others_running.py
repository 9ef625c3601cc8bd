"""When one fails, gather raises at once and the others run on."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")
    return f"<{name}>"


async def main():
    try:
        await asyncio.gather(
            fetch("news", 0.3),
            fetch("mail", 0.1),
            fetch("weather", 0.2),
        )
    except OSError as error:
        print("main:", error)
    await asyncio.sleep(0.3)
    print("main ends")


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     main: mail is down
#     weather there
#     news there
#     main ends
# Takes: 0.4 s ± 0.1 s
# Breaks: main waits for nothing after the error
#     -    await asyncio.sleep(0.3)
