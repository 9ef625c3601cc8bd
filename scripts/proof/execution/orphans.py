"""Find and kill orphaned descendants: what a program left running when it ended.

A process can leave its session, clean its environment, close its files and change its
folder; its limits are inherited by all that it starts. One limit that has long had no
effect on Linux, that of file locks, is set to a value that no other program has, and
by it they are found. A process that leaves its session and lowers just this limit is
not found; nothing but intent makes a program do so. Where the limits of others cannot
be read (macOS), session and home folder have to do.
"""

import contextlib
import os
import signal
import sys
from pathlib import Path

import psutil

_MOST_LOCKS = 1_000_000_000

MARK = (
    f"{{ ulimit -w $(({_MOST_LOCKS} - $$)) || ulimit -x $(({_MOST_LOCKS} - $$)); }}"
    " 2>/dev/null"
)
"""Shell command that marks the shell: its limit of file locks says its process id."""


def survivors(leader: int, home: Path) -> dict[int, str]:
    """The live processes that a program started, wherever they have gone since.

    Args:
        leader: Process id of the program, which has ended.
        home: Its home folder, which no other program has.

    Returns:
        Their names, by process id.
    """
    found = {}
    for pid in psutil.pids():
        with contextlib.suppress(psutil.Error, OSError):
            if _is_marked(pid, leader, home):
                process = psutil.Process(pid)
                if process.status() != psutil.STATUS_ZOMBIE:
                    found[pid] = process.name()
    return found


def kill_session(leader: int) -> None:
    """Kill every process of a session that has not left it.

    Args:
        leader: Process id of the session's first process, which must not have been
            reaped: its number could be that of another session by now.
    """
    # PermissionError: macOS says so where only zombies are left.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def kill_survivors(leader: int, home: Path) -> bool:
    """Kill what a program has left behind; see `kill_session` and `survivors`.

    Returns:
        Whether there was something, so that it is worth to look once more: it may have
        started others meanwhile.
    """
    kill_session(leader)
    found = survivors(leader, home)
    for pid in found:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    return bool(found)


if sys.platform == "linux":
    import resource

    # The module has no name for it.
    _RLIMIT_LOCKS = 10

    def _is_marked(pid: int, leader: int, home: Path) -> bool:  # noqa: ARG001
        _, most = resource.prlimit(pid, _RLIMIT_LOCKS)
        return most == _MOST_LOCKS - leader

else:

    def _is_marked(pid: int, leader: int, home: Path) -> bool:
        is_member = os.getpgid(pid) == leader
        return is_member or psutil.Process(pid).environ().get("HOME") == str(home)
