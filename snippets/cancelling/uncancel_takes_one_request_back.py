"""uncancel takes one request to cancel back."""

import asyncio


async def fetch(name):
    print(name, "asked")
    await asyncio.sleep(0.1)
    print(name, "there")


async def main():
    mail = asyncio.create_task(fetch("mail"))
    mail.cancel()
    mail.cancel()
    print("requests:", mail.cancelling())
    print("requests:", mail.uncancel())
    print("requests:", mail.uncancel())
    await asyncio.wait([mail])
    print("cancelled:", mail.cancelled())


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     requests: 2
#     requests: 1
#     requests: 0
#     cancelled: True
# Output [>=3.13]:
#     requests: 2
#     requests: 1
#     requests: 0
#     mail asked
#     mail there
#     cancelled: False
# Breaks: one of two requests stays
#          print("requests:", mail.uncancel())
#     -    print("requests:", mail.uncancel())
#          await asyncio.wait([mail])
