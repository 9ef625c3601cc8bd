"""What is made once per test run, however many workers ask for it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]
) -> Path:
    """Make a folder once per test run, however many workers ask for it.

    Args:
        tmp_path_factory: Of pytest.
        name: Of the folder.
        make: Makes it; called by the first worker that asks, the others wait.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder
