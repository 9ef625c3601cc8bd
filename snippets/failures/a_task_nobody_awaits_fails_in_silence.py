"""A task that nobody awaits fails in silence, until it goes."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")
    return f"<{name}>"


async def main():
    mail = asyncio.create_task(fetch("mail", 0.1))
    print(await fetch("news", 0.3))
    print("main: mail is done:", mail.done())


asyncio.run(main())
print("the program goes on")


# Proof:
# Output:
#     news asked
#     mail asked
#     news there
#     <news>
#     main: mail is done: True
#     the program goes on
# Stderr:
#     Task exception was never retrieved
#     future: <Task finished name='Task-2' coro=<fetch() done, defined at snippets/failures/a_task_nobody_awaits_fails_in_silence.py:6> exception=OSError('mail is down')>
#     Traceback (most recent call last):
#       File "snippets/failures/a_task_nobody_awaits_fails_in_silence.py", line 10, in fetch
#         raise OSError("mail is down")
#     OSError: mail is down
# Breaks: main awaits it
#          print(await fetch("news", 0.3))
#     +    await mail
