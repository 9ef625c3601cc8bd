# /// script
# requires-python = ">=3.11,<3.16"
# ///
"""Which return and which yield the compiler takes in async def."""

CASES = """
async def f(): yield 1; return
async def f(): yield 1; return None
async def f(): yield 1; return 2
async def f(): [(yield y) for y in x]
async def f(): [(yield from y) for y in x]
async def f(): | class A: yield 1
async def f(): yield from x
"""


def message_for(source):
    try:
        compile(source, "<case>", "exec")
    except SyntaxError as error:
        return error.msg
    return "fine"


for case in CASES.strip().splitlines():
    source = case.replace(" | ", "\n    ")
    print(source)
    print("  ->", message_for(source))


# Proof:
# Output:
#     async def f(): yield 1; return
#       -> fine
#     async def f(): yield 1; return None
#       -> 'return' with value in async generator
#     async def f(): yield 1; return 2
#       -> 'return' with value in async generator
#     async def f(): [(yield y) for y in x]
#       -> 'yield' inside list comprehension
#     async def f(): [(yield from y) for y in x]
#       -> 'yield' inside list comprehension
#     async def f():
#         class A: yield 1
#       -> 'yield' outside function
#     async def f(): yield from x
#       -> 'yield from' inside async function
# Breaks: None is not returned
#     -async def f(): yield 1; return None
#     +async def f(): yield 1; return
