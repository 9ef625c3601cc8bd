"""What a program may use, as a table in words."""

from proof.execution.limits import MOST_FILE, MOST_MEMORY
from proof.execution.pipe import MOST_OUTPUT
from proof.snippets.metadata import MOST_TIMEOUT, Metadata

_UNITS = {"GiB": 1024**3, "MiB": 1024**2, "KiB": 1024}


def limits() -> str:
    """List what a snippet may use at most, and what happens beyond.

    Returns:
        A Markdown table for a block without `html="on"`.
    """
    own = f"{Metadata.timeout:g} s, or what it asks for, at most {MOST_TIMEOUT} s"
    failed = "it is stopped, and has failed"
    rows = [
        ("Time", own, failed),
        ("Output", f"{_size(MOST_OUTPUT)} on a stream", failed),
        (
            "Memory of a process",
            f"{_size(MOST_MEMORY)} of address space (Linux)",
            "Python raises `MemoryError`",
        ),
        ("Size of a file", _size(MOST_FILE), "Python raises `OSError`"),
        ("Core dumps", "none", "none is written"),
        ("Processes at its end", "none", "they are stopped, and it has failed"),
    ]
    head = ["| What | At most | Beyond that |", "| --- | --- | --- |"]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


def _size(number: int) -> str:
    """A number of bytes in the largest unit that it is a multiple of."""
    unit = next(name for name, size in _UNITS.items() if number % size == 0)
    return f"{number // _UNITS[unit]} {unit}"
