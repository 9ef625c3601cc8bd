"""The grammar of claims: the comment block at the end of a snippet."""

import re
import signal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof.errors import ProofError

MARK = "# Proof:"
NAMES = ("Output", "Unordered output", "Stderr", "Raises", "Exits", "Takes", "Blocks")

_STREAMS = ("Output", "Unordered output", "Stderr")
_OPENING = re.compile(
    r"# (?P<name>[A-Za-z][A-Za-z ]*?)(?: \[(?P<versions>[^\]]*)\])?:(?: (?P<value>.*))?"
)
_BODY_INDENT = "#     "
_EXCEPTION = re.compile(r"[A-Za-z_][\w.]*(: .*)?")
_DURATION = re.compile(
    r"(?P<seconds>\d+(\.\d+)?) s(?: ± (?P<tolerance>\d+(\.\d+)?) s)?"
)
_WHERE_TO_CLAIM = (
    "move `# Proof:` and all claims to the end of the file, below the code"
)
_HOW_TO_CLAIM = (
    "write `# NAME: value`, and text of a claim below it as `#     text`, with five "
    "blanks and no tab"
)
# Python's minor versions that a specifier could speak of; the newest are far off.
_VERSIONS = tuple(f"3.{minor}" for minor in range(40))


@dataclass(frozen=True)
class Claim:
    """One thing a snippet says will happen.

    Attributes:
        name: One of `NAMES`.
        value: What stands behind the colon, without blanks around it.
        body: The lines below, without their indentation and trailing blanks.
        versions: PEP 440 specifier of the Python versions it is about; empty: all.
        line: Line of the file in which it begins, counted from 1.
    """

    name: str
    value: str
    body: tuple[str, ...]
    versions: str
    line: int

    def is_about(self, version: str) -> bool:
        """Whether it speaks of a Python version such as `3.12`."""
        return not self.versions or version in SpecifierSet(self.versions)

    @property
    def subject(self) -> str:
        """What it speaks of: both kinds of output claims speak of one stream."""
        return "Output" if self.name == "Unordered output" else self.name


@dataclass(frozen=True)
class Duration:
    """What `Takes:` or `Blocks:` says, in seconds."""

    seconds: float
    tolerance: float


def find_claims(lines: Sequence[str]) -> int | None:
    """Index of the line that opens the claims, or None: the last `# Proof:`."""
    marks = [i for i, line in enumerate(lines) if line.rstrip() == MARK]
    return marks[-1] if marks else None


def parse_claims(
    lines: Sequence[str], start: int, requires_python: str, path: str
) -> tuple[Claim, ...]:
    """Read the claims of a snippet.

    Args:
        lines: All lines of the file.
        start: Index of the line `# Proof:`.
        requires_python: PEP 440 specifier that claims with versions must cover.
        path: How to name the file in an error.

    Raises:
        ProofError: A line fits the grammar nowhere, a name is unknown, a value is
            malformed, or versions overlap or leave a gap.
    """
    claims: list[Claim] = []
    for index, raw in enumerate(lines[start + 1 :], start + 2):
        line = raw.rstrip()
        if line == "#" or line.startswith(_BODY_INDENT):
            if not claims:
                raise ProofError("text before the first claim", path, index)
            text = "" if line == "#" else line.removeprefix(_BODY_INDENT)
            claims[-1] = _with_line(claims[-1], text)
        elif line:
            claims.append(_open(line, path, index))
    if not claims:
        raise ProofError(
            "`# Proof:` is followed by no claim; a snippet that claims nothing proves "
            "nothing",
            path,
            start + 1,
        )
    claims = [_without_trailing_blank_lines(claim) for claim in claims]
    for claim in claims:
        _validate(claim, path)
    _validate_versions(claims, requires_python, path)
    return tuple(claims)


def parse_duration(value: str) -> Duration | None:
    """Read the value of `Takes:` or `Blocks:`, or None where it is malformed.

    Without a stated tolerance it is the larger of 10 % and 50 ms.
    """
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    seconds = float(match["seconds"])
    stated = match["tolerance"]
    return Duration(seconds, float(stated) if stated else max(0.1 * seconds, 0.05))


def parse_status(value: str) -> int | None:
    """Read the value of `Exits:` (`3`, `SIGKILL`), or None where it is malformed.

    A signal gives its negative number, as `subprocess` reports it.
    """
    if value.isdecimal() and int(value) <= 255:
        return int(value)
    try:
        return -signal.Signals[value]
    except KeyError:
        return None


def _open(line: str, path: str, number: int) -> Claim:
    match = _OPENING.fullmatch(line)
    if not match:
        advice = _HOW_TO_CLAIM if line.lstrip()[0] == "#" else _WHERE_TO_CLAIM
        raise ProofError(f"this line is no claim; {advice}", path, number)
    name, versions = match["name"], match["versions"]
    if name not in NAMES:
        close = get_close_matches(name.capitalize(), NAMES, n=1)
        guess = f" (did you mean `{close[0]}`?)" if close else ""
        known = ", ".join(NAMES)
        raise ProofError(f"unknown claim `{name}`{guess}; known: {known}", path, number)
    if versions is not None:
        _require_specifier(versions, path, number)
    return Claim(name, (match["value"] or "").strip(), (), versions or "", number)


def _require_specifier(versions: str, path: str, number: int) -> None:
    try:
        specifier = SpecifierSet(versions)
    except InvalidSpecifier:
        specifier = SpecifierSet("")
    if not len(specifier):
        raise ProofError(
            f"[{versions}] is no version specifier; write for instance [>=3.12]",
            path,
            number,
        )


def _with_line(claim: Claim, text: str) -> Claim:
    body = (*claim.body, text)
    return Claim(claim.name, claim.value, body, claim.versions, claim.line)


def _without_trailing_blank_lines(claim: Claim) -> Claim:
    """Let a lone `#` between two claims be what it looks like: a space."""
    body = list(claim.body)
    while body and not body[-1]:
        body.pop()
    return Claim(claim.name, claim.value, tuple(body), claim.versions, claim.line)


def _validate(claim: Claim, path: str) -> None:
    is_stream = claim.name in _STREAMS
    if claim.body and (not is_stream or claim.value):
        raise ProofError(
            f"`{claim.name}: {claim.value}` takes no lines below it", path, claim.line
        )
    is_valid, hint = _VALUES["stream" if is_stream else claim.name]
    if not is_valid(claim.value):
        raise ProofError(
            f"`{claim.name}:` cannot be {claim.value!r}; {hint}", path, claim.line
        )


_WRITE_SECONDS = "write seconds: `1.0 s` or `1.0 s ± 0.02 s`"
_VALUES: dict[str, tuple[Callable[[str], bool], str]] = {
    "stream": (
        lambda value: value in ("", "anything"),
        "write the expected lines below it as `#     text`, or `anything` behind it",
    ),
    "Raises": (
        lambda value: bool(_EXCEPTION.fullmatch(value)),
        "write it as a traceback ends: `TypeError: message`",
    ),
    "Exits": (
        lambda value: parse_status(value) is not None,
        "write a status from 0 to 255 or a signal such as `SIGKILL`",
    ),
    "Takes": (
        lambda value: parse_duration(value) is not None,
        _WRITE_SECONDS,
    ),
    "Blocks": (
        lambda value: parse_duration(value) is not None,
        _WRITE_SECONDS,
    ),
}


def _validate_versions(
    claims: Iterable[Claim], requires_python: str, path: str
) -> None:
    subjects: dict[str, list[Claim]] = {}
    for claim in claims:
        subjects.setdefault(claim.subject, []).append(claim)
    versions = [v for v in _VERSIONS if v in SpecifierSet(requires_python)]
    for name, group in subjects.items():
        for version in versions:
            _require_one(name, group, version, path)


def _require_one(name: str, group: Sequence[Claim], version: str, path: str) -> None:
    about = [claim for claim in group if claim.is_about(version)]
    if not about:
        raise ProofError(
            f"`{name}` says nothing about Python {version}; "
            "its versions must cover requires-python",
            path,
            group[-1].line,
        )
    if len(about) > 1:
        versions = f" for Python {version}" if any(c.versions for c in about) else ""
        raise ProofError(
            f"`{name}` is claimed twice{versions}; mend this claim or the one in line "
            f"{about[0].line}",
            path,
            about[1].line,
        )
