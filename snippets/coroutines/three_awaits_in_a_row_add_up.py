"""Three awaits in a row take as long as all three added up."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    news = await fetch("news", 0.3)
    mail = await fetch("mail", 0.2)
    weather = await fetch("weather", 0.1)
    print("main has", news, mail, weather)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     mail asked
#     mail there
#     weather asked
#     weather there
#     main has <news> <mail> <weather>
# Takes: 0.6 s
# Blocks: 0.0 s
# Breaks: all three at once
#     -    news = await fetch("news", 0.3)
#     -    mail = await fetch("mail", 0.2)
#     -    weather = await fetch("weather", 0.1)
#     +    news, mail, weather = await asyncio.gather(
#     +        fetch("news", 0.3), fetch("mail", 0.2), fetch("weather", 0.1)
#     +    )
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(seconds)
#     +    time.sleep(seconds)
