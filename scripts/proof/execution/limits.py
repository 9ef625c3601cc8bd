"""What a program may use, and how many may run at once."""

import os
import resource

from proof.execution.orphans import MARK

# Bytes that a file of a program may have, and its address space (Linux).
_MOST_FILE = 1024**3
_MOST_MEMORY = 2 * 1024**3

# No core dumps. Files are counted in blocks of 512 bytes, memory in KiB.
LIMITED = (
    f"ulimit -c 0; {MARK}; ulimit -f {_MOST_FILE // 512}; "
    f'ulimit -v {_MOST_MEMORY // 1024} 2>/dev/null; exec "$@"'
)
"""Shell command that becomes the program in its arguments, with limits."""

# What the rest of the tooling may have open: standard streams, loop, modules, a build.
_OTHER_FILES = 40
# Programs that wait disturb nobody, but each has memory of its own.
_MOST_PER_CORE = 16


def most_at_once() -> int:
    """How many processes may run at once, by the open files and cores there are."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    cores = os.cpu_count() or 1
    return max(min((allowed - _OTHER_FILES) // 2, _MOST_PER_CORE * cores), 1)
