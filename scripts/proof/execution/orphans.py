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
from collections.abc import Iterator
from pathlib import Path

import psutil

_MOST_LOCKS = 1_000_000_000
# How often it is looked for processes that began while others were looked at.
_MOST_LOOKS = 10

MARK = (
    f"{{ ulimit -w $(({_MOST_LOCKS} - $$)) || ulimit -x $(({_MOST_LOCKS} - $$)); }}"
    " 2>/dev/null"
)
"""Shell command that marks the shell: its limit of file locks says its process id."""


def survivors(leader: int, home: Path) -> set[str]:
    """The names of the live processes that a program started, wherever they are now.

    Args:
        leader: Process id of the program, which has ended.
        home: Its home folder, which no other program has.
    """
    return {_name(pid) for pid in _marked(leader, home)}


def kill_session(leader: int) -> None:
    """Kill the first process of a session and all that are still in its group.

    One that made a group of its own in that session is not reached.

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
    found = False
    for pid in _marked(leader, home):
        found = True
        # With its group: one that forks and exits all the time is gone by now.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(os.getpgid(pid), signal.SIGKILL)
    return found


def kill_inhabitants(folder: Path) -> None:
    """Kill the processes that have their home below a folder.

    Args:
        folder: That of a batch whose runner was killed.
    """
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if Path(process.environ().get("HOME", "/")).is_relative_to(folder):
                process.kill()


def _marked(leader: int, home: Path) -> Iterator[int]:
    """The live processes with the mark, each as soon as it is found.

    Those that are started meanwhile are looked at too: one may exit all the time, and
    go on in a child.
    """
    seen: set[int] = set()
    for _ in range(_MOST_LOOKS):
        new = sorted(set(psutil.pids()) - seen, reverse=True)
        for pid in new:
            with contextlib.suppress(psutil.Error, OSError):
                if _is_marked(pid, leader, home) and not _is_zombie(pid):
                    yield pid
        if not new:
            break
        seen.update(new)


def _is_zombie(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False  # It was alive a moment ago, and may have left a child.


def _name(pid: int) -> str:
    """What a process calls itself, as far as that can be shown."""
    try:
        name = psutil.Process(pid).name()
    except psutil.Error:
        return "?"
    return "".join(c if c.isprintable() else "?" for c in name)


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
