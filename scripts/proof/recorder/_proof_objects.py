"""Looking at objects of the program without running code of theirs.

They may answer by `__getattr__`, a property, or `__class__`, raise what they like, and
have classes of classes of their own. So it is asked only what C answers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _function() -> None: ...


FUNCTION = type(_function)
METHOD = type(_function.__get__(0))
BUILTIN = type(len)
CODE = type(_function.__code__)

# Of a type with code of its own in C, and of `__slots__`.
_GETSET = type(FUNCTION.__dict__["__code__"])
_MEMBER = type(FUNCTION.__dict__["__globals__"])
_name: Any = type.__dict__["__name__"].__get__
_qualname: Any = type.__dict__["__qualname__"].__get__
_module: Any = type.__dict__["__module__"].__get__
_bases: Any = type.__dict__["__mro__"].__get__
_attributes: Any = type.__dict__["__dict__"].__get__


def given_by_c(thing: Any, name: str) -> Any:
    """An attribute that C gives, or a slot; None where anything else would."""
    for kind in _bases(type(thing)):
        found = _attributes(kind).get(name)
        if found is not None:
            break
    else:
        return None
    # By identity: `in` might ask a class of the program's whether it is equal.
    if type(found) is not _GETSET and type(found) is not _MEMBER:
        return None
    try:
        return found.__get__(thing)
    except AttributeError:
        # A slot may be empty.
        return None


def type_name(kind: type) -> str:
    """What a class is called."""
    return str(_name(kind))


def full_type_name(kind: type) -> str:
    """What a class is called, with the name of its module."""
    return f"{module_of_type(kind)}.{_qualname(kind)}"


def module_of_type(kind: type) -> str:
    """Name of the module of a class; empty for something else in its place."""
    try:
        module = _module(kind)
    except AttributeError:
        return ""
    return module if type(module) is str else ""
