"""How a failure is told: in a terminal, in a log, on a page."""

import shlex
from collections.abc import Iterator

from proof.checking.differences import Difference, Failure


def failure_text(failure: Failure, *, advice: bool = True) -> str:
    """One failing snippet: what differs, where it is claimed, what to run next.

    Args:
        failure: What is to be told.
        advice: Whether to say what to run next.
    """
    return "\n".join(
        [
            *(
                line
                for difference in failure.differences
                for line in _difference_lines(failure, difference)
            ),
            *(_advice(failure) if advice else ()),
        ]
    )


def next_command(failure: Failure) -> str:
    """What to type to see the snippet run."""
    return f"proof run {shlex.quote(failure.snippet.path)}"


def accepting_command(failure: Failure) -> str:
    """What to type if what it does now is right; empty where it was cut short."""
    run = failure.run
    if run.recorded.problems or run.control.problems:
        return ""
    return f"proof accept {shlex.quote(failure.snippet.path)}"


def difference_sentence(failure: Failure, difference: Difference) -> str:
    """One difference in one sentence, beginning with file and line."""
    line = f":{difference.line}" if difference.line else ""
    which = "" if difference.execution == "recorded" else " (without the recorder)"
    return f"{failure.snippet.path}{line}: {difference.message}{which}"


def _advice(failure: Failure) -> Iterator[str]:
    yield f"    run next: {next_command(failure)}"
    if accepting := accepting_command(failure):
        yield f"    if what it does now is right: {accepting}"


def _difference_lines(failure: Failure, difference: Difference) -> Iterator[str]:
    yield difference_sentence(failure, difference)
    yield from (f"    {line}" for line in difference.diff)
