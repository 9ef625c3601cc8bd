"""How a failure is reported: in a terminal, in a log, on a page."""

import shlex
from collections.abc import Iterator

from proof.checking.differences import Difference, cut_short
from proof.checking.result import Result


def failure_text(result: Result, *, advice: bool = True) -> str:
    """One failing snippet: what differs, where it is claimed, what to run next.

    Args:
        result: One that failed.
        advice: Whether to say what to run next.
    """
    return "\n".join(
        [
            *(
                line
                for difference in result.differences
                for line in _difference_lines(result, difference)
            ),
            *(_advice(result) if advice else ()),
        ]
    )


def next_command(result: Result) -> str:
    """What to type to see the snippet run."""
    return f"proof run {shlex.quote(result.snippet.path)}"


def accepting_command(result: Result) -> str:
    """What to type if what it does now is right; empty if it cannot be accepted."""
    if result.snippet.metadata.xfail or cut_short(result.snippet, result.run):
        return ""
    return f"proof accept {shlex.quote(result.snippet.path)}"


def difference_sentence(result: Result, difference: Difference) -> str:
    """One difference in one sentence, beginning with file and line."""
    line = f":{difference.line}" if difference.line else ""
    which = "" if difference.execution == "recorded" else " (without the recorder)"
    return f"{result.snippet.path}{line}: {difference.message}{which}"


def _advice(result: Result) -> Iterator[str]:
    yield f"    run next: {next_command(result)}"
    if accepting := accepting_command(result):
        yield f"    if what it does now is right: {accepting}"


def _difference_lines(result: Result, difference: Difference) -> Iterator[str]:
    yield difference_sentence(result, difference)
    yield from (f"    {line}" for line in difference.diff)
