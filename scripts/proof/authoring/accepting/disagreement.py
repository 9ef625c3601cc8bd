"""What differs between two executions of a snippet, and what to do about it."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile, zip_longest

from proof.authoring.accepting.proposal import Observed
from proof.authoring.accepting.rewriting import escaped
from proof.checking.matching import line_matches
from proof.snippets.claims import Claim

_NO_LINE = "(nothing more)"
_WORD_AT_END = re.compile(r"[\w.]+$")
_WORD_AT_START = re.compile(r"^[\w.]+")

_Pair = tuple[int, str | None, str | None]


def disagreement(recorded: Observed, control: Observed, output: Claim | None) -> str:
    """What differs between two executions, and what could be claimed all the same.

    Args:
        recorded: What the one with the recorder did.
        control: What the other did.
        output: What is claimed about stdout: what it leaves open is not reported.

    Returns:
        A few lines, or nothing where the two did the same.
    """
    is_unordered = output is not None and output.name == "Unordered output"
    patterns = output.body if output else ()
    stdout = _first_difference(recorded.stdout, control.stdout, patterns)
    is_permuted = sorted(recorded.stdout) == sorted(control.stdout)
    if stdout and is_permuted and not is_unordered:
        return _report(
            "its two executions print the same lines in another order",
            stdout,
            "if any order will do, claim it under `# Unordered output:` in place of "
            "`# Output:` and accept again",
        )
    if stdout and not is_permuted:
        return _report("its two executions differ in stdout", stdout, _advice(stdout))
    if stderr := _first_difference(recorded.stderr, control.stderr):
        return _report("its two executions differ in stderr", stderr, _advice(stderr))
    if recorded.raised != control.raised:
        raised = (0, recorded.raised or None, control.raised or None)
        return _report("its two executions raise different things", raised)
    if recorded.status != control.status:
        return (
            f"its two executions end with status {recorded.status} and "
            f"{control.status}; make sure how it ends"
        )
    return ""


def _first_difference(
    one: Sequence[str], other: Sequence[str], patterns: Sequence[str] = ()
) -> _Pair | None:
    pairs = [
        (number, *pair)
        for number, pair in enumerate(zip_longest(one, other), 1)
        if pair[0] != pair[1]
    ]
    unexplained = (pair for pair in pairs if not any(map(_leaves_open(pair), patterns)))
    return next(unexplained, pairs[0] if pairs else None)


def _leaves_open(pair: _Pair) -> Callable[[str], bool]:
    return lambda pattern: all(
        line is not None and line_matches(pattern, line) for line in pair[1:]
    )


def _advice(pair: _Pair) -> str:
    return f"claim `...` for what may differ{_suggestion(pair)}, or print less"


def _suggestion(pair: _Pair) -> str:
    """The line with `...` where the two differ, if they have much in common."""
    one, other = pair[1] or "", pair[2] or ""
    begin = _common_beginning(one, other)
    rest = (text[len(begin) :][::-1] for text in (one, other))
    end = _common_beginning(*rest)[::-1]
    # Digits that two addresses or times have in common have them by chance.
    begin, end = _WORD_AT_END.sub("", begin), _WORD_AT_START.sub("", end)
    if not begin.strip() and not end.strip():
        return ""
    return f", here `#     {escaped(begin)}...{escaped(end)}`"


def _common_beginning(one: str, other: str) -> str:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in pairs)


def _report(what: str, pair: _Pair, *advice: str) -> str:
    number, *lines = pair
    one, other = (_NO_LINE if line is None else line for line in lines)
    place = f"line {number} " if number else ""
    return "\n    ".join(
        [
            what,
            f"{place}recorded:             {one}",
            f"{place}without the recorder: {other}",
            *advice,
        ]
    )
