"""What can be observed of a run, but for what differs each time: to compare versions.

A line that a snippet claims word for word counts word for word. Of one that a claim
leaves open in part, numbers do not count, nor does the space that aligns them: they
are times, ids and memory addresses.
What a claim leaves open as a whole does not count at all. Of a traceback only the line
counts that names the exception: where CPython's own lines are, and what it underlines,
is not what a program does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from proof.checking.matching import is_any_lines, line_matches
from proof.checking.result import Result
from proof.checking.tracebacks import tracebacks
from proof.runs.run import Run
from proof.snippets.claims import TIMES, Claim
from proof.snippets.snippet import Snippet

_NUMBER: Final = re.compile(r"0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:e-?\d+)?")
_OWN_LINE: Final = re.compile(r"(<python>[^\s\"']*(?:\", line |:))\d+")
_ADDRESS: Final = re.compile(r"0x[0-9a-fA-F]+")


@dataclass(frozen=True)
class Behaviour:
    """What one version of Python does with a snippet.

    Attributes:
        stdout: What it prints, as far as it counts.
        stderr: The same of stderr.
        status: How it ends; a signal as its negative number.
        times: The times that are claimed of this version.
    """

    stdout: tuple[str, ...]
    stderr: tuple[str, ...]
    status: int
    times: tuple[str, ...]


def behaviour(result: Result) -> Behaviour:
    """What can be observed of a result's run."""
    snippet, run = result.snippet, result.run
    claims = snippet.claims_about(run.version)
    output = claims.get("Output")
    stdout = [line for line in _stdout(snippet, run) if line is not None]
    if output and output.name == "Unordered output":
        stdout.sort()
    return Behaviour(
        tuple(stdout),
        tuple(line for line in _stderr(snippet, run) if line is not None),
        run.status,
        tuple(claims[name].value for name in TIMES if name in claims),
    )


def same_on(results: Sequence[Result]) -> list[str]:
    """The versions on which the same came out as in the first of some results."""
    return [one.run.version for one in alike(results)[0][1:]]


def alike(results: Sequence[Result]) -> tuple[tuple[Result, ...], ...]:
    """Results of one snippet in groups that behave the same.

    Args:
        results: Those of a snippet, the newest Python first.

    Returns:
        Groups in the order of their newest Python, and the results in each likewise.
    """
    groups: dict[Behaviour, list[Result]] = {}
    for result in results:
        groups.setdefault(behaviour(result), []).append(result)
    return tuple(map(tuple, groups.values()))


def counted_lines(result: Result) -> list[str | None]:
    """For each printed line of a result what of it counts; None: nothing.

    In the order of `Run.lines`, both streams.
    """
    snippet, run = result.snippet, result.run
    streams = {"stdout": iter(_stdout(snippet, run)), "stderr": _stderr(snippet, run)}
    return [next(streams[line.stream]) for line in run.lines]


def _stdout(snippet: Snippet, run: Run) -> Iterator[str | None]:
    claim = snippet.claims_about(run.version).get("Output")
    # How often a line comes is left open where any lines may come.
    is_open = claim is not None and any(map(is_any_lines, claim.body))
    before = None
    for line in run.recorded.printed("stdout"):
        counting = _counting(line, claim)
        yield None if is_open and counting == before else counting
        before = counting


def _stderr(snippet: Snippet, run: Run) -> Iterator[str | None]:
    claim = snippet.claims_about(run.version).get("Stderr")
    printed = run.recorded.printed("stderr")
    named = _inside_tracebacks(printed)
    for index, line in enumerate(printed):
        if index in named:
            yield named[index]
        else:
            yield _counting(line, claim)


def _inside_tracebacks(printed: Sequence[str]) -> Mapping[int, str | None]:
    """What counts of the lines of tracebacks, by their number."""
    found: dict[int, str | None] = {}
    for traceback in tracebacks(printed):
        for index in range(traceback.start, traceback.end):
            is_name = printed[index].endswith(traceback.exception)
            found[index] = _without_address(traceback.exception) if is_name else None
    return found


def _counting(line: str, claim: Claim | None) -> str | None:
    line = line.rstrip()
    if claim is None:
        return _without_address(line)
    if claim.value == "anything":
        return None
    patterns = [pattern for pattern in claim.body if not is_any_lines(pattern)]
    matched = [pattern for pattern in patterns if line_matches(pattern, line)]
    if not matched:
        return None if len(patterns) < len(claim.body) else _without_address(line)
    if "..." in matched[0].replace("\\...", ""):
        return _NUMBER.sub("#", " ".join(line.split()))
    return line


def _without_address(line: str) -> str:
    return _ADDRESS.sub("0x…", _OWN_LINE.sub(r"\1…", line))


def differing(one: Result, other: Result) -> frozenset[int]:
    """Which lines of a result's run the other one does not have, by their index."""
    own = counted_lines(one)
    theirs = [line for line in counted_lines(other) if line is not None]
    places = [index for index, line in enumerate(own) if line is not None]
    lines = [own[index] for index in places]
    matcher = SequenceMatcher(
        None, lines, [line for line in theirs if line is not None], autojunk=False
    )
    same = {
        places[block.a + offset]
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
    return frozenset(places) - same
