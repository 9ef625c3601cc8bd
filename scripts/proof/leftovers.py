"""Ending what a program left behind when it ended itself."""

import contextlib
import os
import signal
from pathlib import Path

import psutil


def kill_session(leader: int) -> None:
    """End every process of a session that has not left it.

    Args:
        leader: Process id of the session's first process.
    """
    # PermissionError: macOS says so where only zombies are left.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def living_members(leader: int) -> set[str]:
    """Names of the live processes in a session, itself not counted once it ended."""
    try:
        os.killpg(leader, 0)
    except (ProcessLookupError, PermissionError):
        return set()
    return {
        name for process in psutil.process_iter() if (name := _member(process, leader))
    }


def kill_escaped(home: Path) -> set[str]:
    """End processes that left their session but still have its environment.

    Args:
        home: The home folder that no other processes have.

    Returns:
        Their names.
    """
    escaped = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.environ().get("HOME") == str(home):
                escaped.add(process.name())
                process.kill()
    return escaped


def _member(process: psutil.Process, group: int) -> str | None:
    with contextlib.suppress(psutil.Error, OSError):
        if os.getpgid(process.pid) == group:
            is_alive = process.status() != psutil.STATUS_ZOMBIE
            return process.name() if is_alive else None
    return None
