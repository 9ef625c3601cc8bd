"""Distinguishing an invalid snippet from one whose point is a syntax error."""

import re

from proof.runs.run import Execution
from proof.snippets.snippet import Snippet

_NAMES = ("SyntaxError", "IndentationError", "TabError")
# Without a line `Traceback` above it: nothing of the program was executed.
_OF_THE_FILE = re.compile(r'  File "(?P<path>.*)", line (?P<line>\d+)$')
_IN_ITS_NAME = "is_a_syntax_error"


def syntax_error(snippet: Snippet, execution: Execution) -> tuple[int, str] | None:
    """Line and message of the syntax error because of which nothing was executed.

    Args:
        snippet: The snippet.
        execution: What came of executing it.

    Returns:
        None where there is no such error, or where it is the point of the snippet.
    """
    stderr = execution.printed("stderr")
    place = _OF_THE_FILE.match(stderr[0]) if stderr else None
    if not place or place["path"] != snippet.path or _is_the_point(snippet):
        return None
    name, _, message = stderr[-1].partition(": ")
    return (int(place["line"]), message) if name in _NAMES else None


def _is_the_point(snippet: Snippet) -> bool:
    return _IN_ITS_NAME in snippet.name or any(
        claim.name == "Raises" and claim.value.startswith(_NAMES)
        for claim in snippet.claims
    )
