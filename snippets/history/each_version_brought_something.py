"""What a version of Python brought is there from that version on."""

import asyncio
import builtins

COROUTINE = hasattr(asyncio, "coroutine")
TIMEOUT_ERROR = asyncio.TimeoutError is TimeoutError
IS_EXCEPTION = issubclass(asyncio.CancelledError, Exception)

BROUGHT = [
    ("3.7", "asyncio.run", hasattr(asyncio, "run")),
    ("3.8", "CancelledError is no Exception", not IS_EXCEPTION),
    ("3.9", "asyncio.to_thread", hasattr(asyncio, "to_thread")),
    ("3.10", "anext", hasattr(builtins, "anext")),
    ("3.11", "asyncio.TaskGroup", hasattr(asyncio, "TaskGroup")),
    ("3.11", "asyncio.timeout", hasattr(asyncio, "timeout")),
    ("3.11", "one TimeoutError", TIMEOUT_ERROR),
    ("3.11", "no asyncio.coroutine", not COROUTINE),
    ("3.12", "eager tasks", hasattr(asyncio, "eager_task_factory")),
    ("3.13", "Queue.shutdown", hasattr(asyncio.Queue, "shutdown")),
    ("3.14", "a call graph", hasattr(asyncio, "print_call_graph")),
]

for version, what, is_here in BROUGHT:
    print(f"{version:<5} {what:<31}", "yes" if is_here else "not yet")


# Proof:
# Output [<3.12]:
#     3.7   asyncio.run                     yes
#     3.8   CancelledError is no Exception  yes
#     3.9   asyncio.to_thread               yes
#     3.10  anext                           yes
#     3.11  asyncio.TaskGroup               yes
#     3.11  asyncio.timeout                 yes
#     3.11  one TimeoutError                yes
#     3.11  no asyncio.coroutine            yes
#     3.12  eager tasks                     not yet
#     3.13  Queue.shutdown                  not yet
#     3.14  a call graph                    not yet
# Output [==3.12]:
#     3.7   asyncio.run                     yes
#     3.8   CancelledError is no Exception  yes
#     3.9   asyncio.to_thread               yes
#     3.10  anext                           yes
#     3.11  asyncio.TaskGroup               yes
#     3.11  asyncio.timeout                 yes
#     3.11  one TimeoutError                yes
#     3.11  no asyncio.coroutine            yes
#     3.12  eager tasks                     yes
#     3.13  Queue.shutdown                  not yet
#     3.14  a call graph                    not yet
# Output [==3.13]:
#     3.7   asyncio.run                     yes
#     3.8   CancelledError is no Exception  yes
#     3.9   asyncio.to_thread               yes
#     3.10  anext                           yes
#     3.11  asyncio.TaskGroup               yes
#     3.11  asyncio.timeout                 yes
#     3.11  one TimeoutError                yes
#     3.11  no asyncio.coroutine            yes
#     3.12  eager tasks                     yes
#     3.13  Queue.shutdown                  yes
#     3.14  a call graph                    not yet
# Output [>=3.14]:
#     3.7   asyncio.run                     yes
#     3.8   CancelledError is no Exception  yes
#     3.9   asyncio.to_thread               yes
#     3.10  anext                           yes
#     3.11  asyncio.TaskGroup               yes
#     3.11  asyncio.timeout                 yes
#     3.11  one TimeoutError                yes
#     3.11  no asyncio.coroutine            yes
#     3.12  eager tasks                     yes
#     3.13  Queue.shutdown                  yes
#     3.14  a call graph                    yes
