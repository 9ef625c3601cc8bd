"""Words of async need async def right around them, with exceptions."""

CASES = """
def f(): await x
def f(): [await y for y in x]
def f(): [y async for y in x]
def f(): return (await y for y in x)
def f(): return (y async for y in x)
def f(): | async for y in x: pass
def f(): | async with x: pass
async def f(): return lambda: await x
async def f(): | class A: await x
async def f(): | def g(y=await x): pass
async def f(): [[await y for y in z] for z in x]
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
#     def f(): await x
#       -> 'await' outside async function
#     def f(): [await y for y in x]
#       -> asynchronous comprehension outside of an asynchronous function
#     def f(): [y async for y in x]
#       -> asynchronous comprehension outside of an asynchronous function
#     def f(): return (await y for y in x)
#       -> fine
#     def f(): return (y async for y in x)
#       -> fine
#     def f():
#         async for y in x: pass
#       -> 'async for' outside async function
#     def f():
#         async with x: pass
#       -> 'async with' outside async function
#     async def f(): return lambda: await x
#       -> 'await' outside async function
#     async def f():
#         class A: await x
#       -> 'await' outside function
#     async def f():
#         def g(y=await x): pass
#       -> fine
#     async def f(): [[await y for y in z] for z in x]
#       -> fine
# Breaks: the function around await is async
#     -def f(): await x
#     +async def f(): await x
# Breaks: the nested function is async too
#     -async def f(): return lambda: await x
#     +async def f(): | async def g(): await x
