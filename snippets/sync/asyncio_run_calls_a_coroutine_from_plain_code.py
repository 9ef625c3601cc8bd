"""In a script, asyncio.run calls a coroutine and gives its result."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


def print_page():
    page = asyncio.run(fetch("news", 0.2))
    print(page)


print_page()
print_page()


# Proof:
# Output:
#     news asked
#     news there
#     <news>
#     news asked
#     news there
#     <news>
# Breaks: nothing runs the coroutine
#     -    page = asyncio.run(fetch("news", 0.2))
#     +    page = fetch("news", 0.2)
