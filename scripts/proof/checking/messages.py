"""How a failure is reported: in a terminal, in a log, on a page."""

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from proof.checking.differences import Difference, cut_short
from proof.checking.result import Result
from proof.runs.versions import spanned

# No two Pythons take equally long.
_MEASURED: Final = re.compile(r"\btook \d+\.\d+ s")


def failure_texts(failures: Iterable[Result]) -> list[str]:
    """A text for each failing snippet; Pythons that fail alike share it.

    How long it took is that of the first of them.

    Args:
        failures: Results that failed, those of a snippet one after the other.
    """
    alike: dict[tuple[str, str], list[Result]] = {}
    for result in failures:
        what = "\n".join(map(_kind, result.differences))
        alike.setdefault((result.snippet.name, what), []).append(result)
    return [
        failure_text(found[0], on=[one.run.version for one in found])
        for found in alike.values()
    ]


def failure_text(result: Result, *, advice: bool = True, on: Sequence[str] = ()) -> str:
    """One failing snippet: what differs, where it is claimed, what to run next.

    Args:
        result: One that failed.
        advice: Whether to say what to run next.
        on: The versions of Python on which it failed so; its own if left out.
    """
    versions = spanned(on or [result.run.version])
    return "\n".join(
        [
            *(
                line
                for difference in result.differences
                for line in _difference_lines(result, difference, versions)
            ),
            *(_advice(result) if advice else ()),
        ]
    )


def _kind(difference: Difference) -> str:
    """What has to be equal for two differences to be the same one."""
    message = _MEASURED.sub("took # s", difference.message)
    return "\n".join([message, *difference.diff])


def next_command(result: Result) -> str:
    """What to type to see the snippet run."""
    return f"proof run {shlex.quote(result.snippet.path)}"


def accepting_command(result: Result) -> str:
    """What to type if what it does now is right; empty if it cannot be accepted."""
    # An expected failure, and a counter-proof, which is one as well.
    if result.snippet.metadata.xfail or cut_short(result.snippet, result.run):
        return ""
    return f"proof accept {shlex.quote(result.snippet.path)}"


def difference_sentence(
    result: Result, difference: Difference, versions: str = ""
) -> str:
    """One difference in one sentence, beginning with file and line.

    Args:
        result: Of what.
        difference: One of its differences.
        versions: On which Pythons, in words; its own if left out.
    """
    on = versions or result.run.version
    line = f":{difference.line}" if difference.line else ""
    without = "" if difference.execution == "recorded" else ", without the recorder"
    return f"{result.snippet.path}{line}: {difference.message} (on {on}{without})"


def _advice(result: Result) -> Iterator[str]:
    yield f"    run next: {next_command(result)}"
    if accepting := accepting_command(result):
        yield f"    if what it does now is right: {accepting}"


def _difference_lines(
    result: Result, difference: Difference, versions: str
) -> Iterator[str]:
    yield difference_sentence(result, difference, versions)
    yield from (f"    {line}" for line in difference.diff)
