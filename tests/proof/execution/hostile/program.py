"""A hostile program, and what must be said of it."""

from dataclasses import dataclass
from typing import Final

# A process that a program leaves behind. It carries the path of the program, by which
# the tests know it again even where nothing else of its origin is left.
LEFT: Final = '[sys.executable, "-c", "import time; time.sleep(60)", __file__]'

TIMEOUT: Final = "did not end within its timeout of 1 s and was stopped"
ORPHANS: Final = "left processes running"
FLOOD: Final = "printed more than 1024 KiB and was stopped"


@dataclass(frozen=True)
class Program:
    """A program, what must be said of it, and what it claims.

    An empty `said` means that it must do as claimed.
    """

    code: str
    said: str = ""
    claims: str = "Output: anything"
    timeout: int = 20
    needs_linux: str = ""


def fails(said: str, code: str, *, timeout: int = 20, needs_linux: str = "") -> Program:
    """A program that must fail, with these words."""
    return Program(code, said, timeout=timeout, needs_linux=needs_linux)


def works(claims: str, code: str, *, needs_linux: str = "") -> Program:
    """A program that must do as claimed."""
    return Program(code, claims=claims, needs_linux=needs_linux)


def prints(output: str, code: str, *, needs_linux: str = "") -> Program:
    """A program that must print this, and nothing else."""
    claims = "Output:\n" + "".join(f"    {line}\n" for line in output.split("\n"))
    return works(claims, code, needs_linux=needs_linux)
