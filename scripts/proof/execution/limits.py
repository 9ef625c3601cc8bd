"""What a program may use, and how many may run at once."""

import os
import resource
import sys

from proof.execution.orphans import MARK

MOST_FILE = 1024**3
"""Bytes that a file of a program may have."""
MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that each process of a program may have (Linux)."""

# No core dumps. Files are counted in blocks of 512 bytes, memory in KiB.
LIMITED = (
    f"ulimit -c 0; {MARK}; ulimit -f {MOST_FILE // 512}; "
    f'ulimit -v {MOST_MEMORY // 1024} 2>/dev/null; exec "$@"'
)
"""Shell command that becomes the program in its arguments, with limits."""

# What the rest of the tooling may have open: standard streams, loop, modules, a build.
_OTHER_FILES = 40
# Programs that wait disturb nobody, but each has memory of its own.
_MOST_PER_CORE = 16
# More interpreters that start at once disturb each other, whatever the system says of
# its cores: a container may be allowed less than all of them.
_MOST_STARTING = 3


def most_at_once() -> int:
    """How many processes may run at once, by the open files and cores there are."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = min((allowed - _OTHER_FILES) // 2, _MOST_PER_CORE * usable_cores())
    return max(most, 1)


def most_starting() -> int:
    """How many interpreters may be starting at once."""
    return min(usable_cores(), _MOST_STARTING)


def usable_cores() -> int:
    """How many cores this process may use, as far as the system says (Linux)."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
