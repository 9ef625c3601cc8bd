"""Async and await are keywords, so nothing can be called by them."""

import keyword

for word in ("async", "await", "match", "print"):
    if keyword.iskeyword(word):
        kind = "a keyword"
    elif keyword.issoftkeyword(word):
        kind = "a keyword only where it makes sense as one"
    else:
        kind = "a name like any other"
    try:
        compile(f"{word} = 1", "<assignment>", "exec")
    except SyntaxError as error:
        print(f"{word}: {kind}; {error.msg}")
    else:
        print(f"{word}: {kind}; can be assigned to")


# Proof:
# Output:
#     async: a keyword; invalid syntax
#     await: a keyword; invalid syntax
#     match: a keyword only where it makes sense as one; can be assigned to
#     print: a name like any other; can be assigned to
# Breaks: the names get an underscore
#     -for word in ("async", "await", "match", "print"):
#     +for word in ("async_", "await_", "match", "print"):
