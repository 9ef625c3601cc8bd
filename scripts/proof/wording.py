"""How a failure is told: in a terminal, in a log, on a page."""

import shlex
from collections.abc import Iterator

from proof.verdict import Difference, Failure


def failure_text(failure: Failure) -> str:
    """One failing snippet: what differs, where it is claimed, what to run next."""
    return "\n".join(
        [
            *(
                line
                for difference in failure.differences
                for line in _difference_lines(failure, difference)
            ),
            f"    run next: {next_command(failure)}",
        ]
    )


def next_command(failure: Failure) -> str:
    """What to type to see the snippet run."""
    return f"proof run {shlex.quote(failure.snippet.path)}"


def difference_sentence(failure: Failure, difference: Difference) -> str:
    """One difference in one sentence, beginning with file and line."""
    line = f":{difference.line}" if difference.line else ""
    which = "" if difference.execution == "recorded" else " (without the recorder)"
    return f"{failure.snippet.path}{line}: {difference.message}{which}"


def _difference_lines(failure: Failure, difference: Difference) -> Iterator[str]:
    yield difference_sentence(failure, difference)
    yield from (f"    {line}" for line in difference.diff)
