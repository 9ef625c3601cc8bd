"""How a program is expected to end: for checking its claims and for writing them."""

import signal
from collections.abc import Mapping

from proof.snippets.claims import Claim, parse_status

NOTHING = "nothing"
"""What `Raises:` says of a version in which no exception ends the program."""


def claimed_exception(claims: Mapping[str, Claim]) -> str:
    """The exception that is claimed to end the program; empty where none is.

    Args:
        claims: Those about one Python version, by name.
    """
    claim = claims.get("Raises")
    return claim.value if claim and claim.value != NOTHING else ""


def expected_status(claims: Mapping[str, Claim]) -> int:
    """The exit status to expect: what `Exits:` says, else what `Raises:` leads to.

    Args:
        claims: Those about one Python version, by name.
    """
    exits = claims.get("Exits")
    status = parse_status(exits.value) if exits else None
    return status_after(claimed_exception(claims)) if status is None else status


def status_after(exception: str) -> int:
    """The exit status of a program that this exception ends.

    Args:
        exception: What the last line of a traceback says, or empty.

    Returns:
        A signal as its negative number: CPython ends itself by one after Ctrl-C.
    """
    if exception.partition(":")[0] == "KeyboardInterrupt":
        return -signal.SIGINT
    return 1 if exception else 0


def signal_name(status: int) -> str:
    """The name of the signal that an exit status means, or empty.

    Not every signal has a name: Linux has more than thirty for anybody's use.

    Args:
        status: An exit status; that of a signal is its negative number.
    """
    is_named = -status in set(signal.Signals)
    return signal.Signals(-status).name if is_named else ""
