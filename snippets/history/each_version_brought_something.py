"""What a version of Python brought is there from that version on."""

import asyncio
import inspect
import warnings


def warns_of_policies():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.get_event_loop_policy()
    return bool(caught)


def is_method(owner, name):
    return hasattr(owner, name)


EAGER = hasattr(asyncio, "eager_task_factory")
MARK = hasattr(inspect, "markcoroutinefunction")
GRAPH = hasattr(asyncio, "print_call_graph")

for what, is_so in {
    "asyncio.eager_task_factory": EAGER,
    "inspect.markcoroutinefunction": MARK,
    "Queue.shutdown": is_method(asyncio.Queue, "shutdown"),
    "asyncio.print_call_graph": GRAPH,
    "event loop policies deprecated": warns_of_policies(),
    "TaskGroup.cancel": is_method(asyncio.TaskGroup, "cancel"),
}.items():
    print(f"{what:<31}", "yes" if is_so else "not yet")


# Proof:
# Output [<3.12]:
#     asyncio.eager_task_factory      not yet
#     inspect.markcoroutinefunction   not yet
#     Queue.shutdown                  not yet
#     asyncio.print_call_graph        not yet
#     event loop policies deprecated  not yet
#     TaskGroup.cancel                not yet
# Output [>=3.12,<3.13]:
#     asyncio.eager_task_factory      yes
#     inspect.markcoroutinefunction   yes
#     Queue.shutdown                  not yet
#     asyncio.print_call_graph        not yet
#     event loop policies deprecated  not yet
#     TaskGroup.cancel                not yet
# Output [>=3.13,<3.14]:
#     asyncio.eager_task_factory      yes
#     inspect.markcoroutinefunction   yes
#     Queue.shutdown                  yes
#     asyncio.print_call_graph        not yet
#     event loop policies deprecated  not yet
#     TaskGroup.cancel                not yet
# Output [>=3.14,<3.15]:
#     asyncio.eager_task_factory      yes
#     inspect.markcoroutinefunction   yes
#     Queue.shutdown                  yes
#     asyncio.print_call_graph        yes
#     event loop policies deprecated  yes
#     TaskGroup.cancel                not yet
# Output [>=3.15]:
#     asyncio.eager_task_factory      yes
#     inspect.markcoroutinefunction   yes
#     Queue.shutdown                  yes
#     asyncio.print_call_graph        yes
#     event loop policies deprecated  yes
#     TaskGroup.cancel                yes
# Breaks [>=3.14]: the function is looked for elsewhere
#     -GRAPH = hasattr(asyncio, "print_call_graph")
#     +GRAPH = hasattr(inspect, "print_call_graph")
