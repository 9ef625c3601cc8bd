"""Tasks as asyncio has them where it has no parts in C."""

import asyncio
from asyncio import tasks
from typing import Any


def without_c() -> Any:
    """The class of tasks written in Python; asyncio keeps account of them likewise."""
    for name in [name for name in vars(tasks) if name.startswith("_py_")]:
        public = name.removeprefix("_py_")
        for module, plain in (
            (tasks, public),
            (tasks, f"_{public}"),
            (asyncio, public),
        ):
            if hasattr(module, plain):
                setattr(module, plain, getattr(tasks, name))
    return tasks._PyTask  # type: ignore[attr-defined]
