"""A coroutine function is one thing, the coroutine it makes another."""

from inspect import isawaitable, iscoroutine, iscoroutinefunction


async def greet():
    return "hello"


def kinds(thing):
    names = {
        "coroutine function": iscoroutinefunction(thing),
        "coroutine": iscoroutine(thing),
        "awaitable": isawaitable(thing),
    }
    return ", ".join(name for name in names if names[name])


first = greet()
second = greet()

print("greet:", kinds(greet))
print("greet():", kinds(first))
print("called twice:", len({first, second}), "coroutines")

first.close()
second.close()


# Proof:
# Output:
#     greet: coroutine function
#     greet(): coroutine, awaitable
#     called twice: 2 coroutines
