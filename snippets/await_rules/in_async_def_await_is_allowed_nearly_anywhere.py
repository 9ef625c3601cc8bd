"""In async def, await is refused only where no value is asked for."""

CASES = """
if await x: pass
print(f"{await x}")
return [await x, *await y]
assert await x, await y
@(await x) | def g(): pass
def g(y=await x): pass
type A = await x
class A[T: (await x)]: pass
del await x
await x = 1
"""


def message_for(source):
    try:
        compile(source, "<case>", "exec")
    except SyntaxError as error:
        return f"refused: {error.msg}"
    return "fine"


for case in CASES.strip().splitlines():
    body = case.replace(" | ", "\n")
    print(body)
    body = body.replace("\n", "\n    ")
    print("  ->", message_for(f"async def f():\n    {body}"))


# Proof:
# Output [<3.12]:
#     if await x: pass
#       -> fine
#     print(f"{await x}")
#       -> fine
#     return [await x, *await y]
#       -> fine
#     assert await x, await y
#       -> fine
#     @(await x)
#     def g(): pass
#       -> fine
#     def g(y=await x): pass
#       -> fine
#     type A = await x
#       -> refused: invalid syntax
#     class A[T: (await x)]: pass
#       -> refused: invalid syntax
#     del await x
#       -> refused: cannot delete await expression
#     await x = 1
#       -> refused: cannot assign to await expression here. Maybe you meant '==' instead of '='?
# Output [>=3.12]:
#     if await x: pass
#       -> fine
#     print(f"{await x}")
#       -> fine
#     return [await x, *await y]
#       -> fine
#     assert await x, await y
#       -> fine
#     @(await x)
#     def g(): pass
#       -> fine
#     def g(y=await x): pass
#       -> fine
#     type A = await x
#       -> refused: await expression cannot be used within a type alias
#     class A[T: (await x)]: pass
#       -> refused: await expression cannot be used within a TypeVar bound
#     del await x
#       -> refused: cannot delete await expression
#     await x = 1
#       -> refused: cannot assign to await expression here. Maybe you meant '==' instead of '='?
# Breaks: a plain function is around it
#     -    print("  ->", message_for(f"async def f():\n    {body}"))
#     +    print("  ->", message_for(f"def f():\n    {body}"))
