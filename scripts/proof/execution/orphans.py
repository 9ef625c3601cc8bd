"""Finding and ending what a program left behind when it ended itself.

A process can leave its session, clean its environment, close its files and change its
folder; a limit that was set for it stays with it and with all that it starts. A limit
of a value that nobody else has is therefore the mark by which they are found. Where
the limits of others cannot be read (macOS), session and home folder have to do.
"""

import contextlib
import os
import signal
import sys
from pathlib import Path

import psutil

_BLOCK = 512
_MOST_BLOCKS = 1024**3 // _BLOCK

MARK = f"ulimit -f $(({_MOST_BLOCKS} + $$)) 2>/dev/null"
"""Shell command that marks the shell: no file of it may be larger than 1 GiB and a few
more blocks, as many as its process id says."""


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
    """End every process of a session that has not left it.

    Args:
        leader: Process id of the session's first process.
    """
    # PermissionError: macOS says so where only zombies are left.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def kill_survivors(leader: int, home: Path) -> bool:
    """End what a program has left behind; see `survivors`.

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

    def _is_marked(pid: int, leader: int, home: Path) -> bool:  # noqa: ARG001
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        return most == (_MOST_BLOCKS + leader) * _BLOCK

else:

    def _is_marked(pid: int, leader: int, home: Path) -> bool:
        is_member = os.getpgid(pid) == leader
        return is_member or psutil.Process(pid).environ().get("HOME") == str(home)
