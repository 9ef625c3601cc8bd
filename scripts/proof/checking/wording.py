"""The message that a run is about, in the words of its Python."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from proof.checking.result import Result
from proof.checking.tracebacks import claimed_traceback, tracebacks
from proof.runs.versions import order

# Where a warning was given stands before it.
_PLACE: Final = re.compile(r"^\S+:\d+: (?=\w*Warning: )")
_NUMBER: Final = re.compile(r"0x[0-9a-fA-F]+|\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Wording:
    """What some versions of Python say in the same words.

    Attributes:
        text: The message as the newest of them printed it; empty where there is none.
        versions: The versions, oldest first.
    """

    text: str
    versions: tuple[str, ...]


def wording(result: Result) -> str:
    """The message of a run: one line, empty where there is none.

    It is the exception that ended the program, or else the first line of stderr,
    without the place that a warning has before it.

    Args:
        result: What came of the run.
    """
    stderr = result.run.recorded.printed("stderr")
    raised = result.snippet.claims_about(result.run.version).get("Raises")
    if raised and raised.value != "nothing":
        found = claimed_traceback(list(tracebacks(stderr)), raised.value)
        return found.exception if found else ""
    return _PLACE.sub("", stderr[0]) if stderr else ""


def wordings(results: Sequence[Result]) -> tuple[Wording, ...]:
    """The messages of all versions, oldest first; neighbours that say the same as one.

    Numbers are no difference: they are times, ports and memory addresses.

    Args:
        results: Those of a snippet, in any order.
    """
    ordered = sorted(results, key=lambda one: order(one.run.version))
    said = [(one.run.version, wording(one)) for one in ordered]
    groups = (
        list(group)
        for _, group in groupby(said, key=lambda pair: _NUMBER.sub("#", pair[1]))
    )
    return tuple(
        Wording(group[-1][1], tuple(version for version, _ in group))
        for group in groups
    )
