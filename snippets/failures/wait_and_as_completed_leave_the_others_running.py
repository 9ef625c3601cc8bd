"""wait raises nothing, as_completed does; the others run on."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")


def start_all():
    return [
        asyncio.create_task(fetch("mail", 0.1)),
        asyncio.create_task(fetch("news", 0.2)),
    ]


async def main():
    first = asyncio.FIRST_EXCEPTION
    done, pending = await asyncio.wait(start_all(), return_when=first)
    print("wait: done", len(done), "pending", len(pending))
    print("wait:", done.pop().exception())
    await asyncio.wait(pending)

    try:
        for task in asyncio.as_completed(start_all()):
            await task
    except OSError as error:
        print("as_completed:", error)
    await asyncio.sleep(0.2)


asyncio.run(main())


# Proof:
# Output:
#     wait: done 1 pending 1
#     wait: mail is down
#     news there
#     as_completed: mail is down
#     news there
# Takes: 0.5 s
# Breaks: wait waits for all
#     -    done, pending = await asyncio.wait(start_all(), return_when=first)
#     +    done, pending = await asyncio.wait(start_all())
