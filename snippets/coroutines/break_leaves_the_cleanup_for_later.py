"""After a break, a generator's finally runs later, in another task."""

import asyncio


async def rows(reader):
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        same = asyncio.current_task() is reader
        print("rows: finally, in", "main" if same else "another task")


async def main():
    async for row in rows(asyncio.current_task()):
        print("main: got row", row)
        break
    print("main: after the loop")
    await asyncio.sleep(0.1)
    print("main: a while later")


asyncio.run(main())


# Proof:
# Output:
#     main: got row 1
#     main: after the loop
#     rows: finally, in another task
#     main: a while later
# Takes: 0.2 s
# Breaks: main closes the generator itself
#     -    async for row in rows(asyncio.current_task()):
#     +    some = rows(asyncio.current_task())
#     +    async for row in some:
#              print("main: got row", row)
#              break
#     +    await some.aclose()
# Breaks: the loop runs to its end
#              print("main: got row", row)
#     -        break
