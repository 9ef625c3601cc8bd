"""The grammar of claims: the comment block at the end of a snippet."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proof.errors import ProofError
from proof.snippets.claims import (
    NAMES,
    Claim,
    names_patch,
    parse_duration,
    parse_lanes,
    parse_status,
    parse_steps,
    specifies,
)

MARK = "# Proof:"
"""The line that opens the claims."""

_STREAMS = ("Output", "Unordered output", "Stderr")
_WITH_BODY = (*_STREAMS, "Breaks")
_OPENING = re.compile(
    r"# (?P<name>[A-Za-z][A-Za-z ]*?)(?: \[(?P<versions>[^\]]*)\])?:(?: (?P<value>.*))?"
)
_BODY_INDENT = "#     "
# A class in a function is named `main.<locals>.Error`.
_NAME = r"(?:[^\W\d]\w*|<locals>)"
_EXCEPTION = re.compile(rf"{_NAME}(?:\.{_NAME})*(: .*)?")
_WHERE_TO_CLAIM = (
    "move `# Proof:` and all claims to the end of the file, below the code"
)
_HOW_TO_CLAIM = (
    "write `# NAME: value`, and each line of text below it as `#     text`, with five "
    "spaces and no tab"
)
# Python's minor versions that a specifier could be about; the newest are far off.
_VERSIONS = tuple(f"3.{minor}" for minor in range(40))


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

    Returns:
        The claims in order; none if nothing follows `# Proof:`.

    Raises:
        ProofError: A line is not part of a valid claim, a name is unknown, a value is
            malformed, or versions overlap or leave a gap.
    """
    claims: list[Claim] = []
    for number, raw in enumerate(lines[start + 1 :], start + 2):
        line = raw.rstrip()
        if line == "#" or line.startswith(_BODY_INDENT):
            if not claims:
                raise ProofError(
                    "this text belongs to no claim; write `# Output:` above it",
                    path,
                    number,
                )
            text = "" if line == "#" else line.removeprefix(_BODY_INDENT)
            claims[-1] = replace(claims[-1], body=(*claims[-1].body, text))
        elif line:
            claims.append(_open(line, path, number))
    claims = [_without_trailing_blank_lines(claim) for claim in claims]
    for claim in claims:
        _validate(claim, path)
    _validate_versions(claims, requires_python, path)
    return tuple(claims)


def is_exception(text: str) -> bool:
    """Whether `Raises:` can say it: a name, or a name, a colon and a message."""
    return bool(_EXCEPTION.fullmatch(text))


def claim_lines(claim: Claim) -> list[str]:
    """A claim as it is written into a file, without line ends."""
    versions = f" [{claim.versions}]" if claim.versions else ""
    value = f" {claim.value}" if claim.value else ""
    body = (f"{_BODY_INDENT}{line}" if line else "#" for line in claim.body)
    return [f"# {claim.name}{versions}:{value}", *body]


def _open(line: str, path: str, number: int) -> Claim:
    match = _OPENING.fullmatch(line)
    if not match:
        advice = _HOW_TO_CLAIM if line.lstrip()[0] == "#" else _WHERE_TO_CLAIM
        raise ProofError(f"this line is not a valid claim; {advice}", path, number)
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
            f"[{versions}] is not a valid version specifier; write for instance "
            "[>=3.12]",
            path,
            number,
        )
    if names_patch(specifier):
        raise ProofError(
            f"[{versions}] names a patch release; a claim is about minor versions, as "
            "in [>=3.12]",
            path,
            number,
        )


def _without_trailing_blank_lines(claim: Claim) -> Claim:
    """Let a lone `#` between two claims be what it looks like: a space."""
    body = list(claim.body)
    while body and not body[-1]:
        body.pop()
    return replace(claim, body=tuple(body))


def _validate(claim: Claim, path: str) -> None:
    is_stream = claim.name in _STREAMS
    if claim.body and (claim.name not in _WITH_BODY or (is_stream and claim.value)):
        raise ProofError(
            f"`{claim.name}: {claim.value}` takes no lines below it; remove them",
            path,
            claim.line,
        )
    is_valid, hint = _VALUES["stream" if is_stream else claim.name]
    if not is_valid(claim.value):
        raise ProofError(
            f"`{claim.name}:` cannot be {claim.value!r}; {hint}", path, claim.line
        )


def _is_duration(value: str) -> bool:
    return parse_duration(value) is not None


_WRITE_SECONDS = "write seconds: `1.0 s` or `1.0 s ± 0.02 s`"
_VALUES: dict[str, tuple[Callable[[str], bool], str]] = {
    "stream": (
        lambda value: value in ("", "anything"),
        "write the expected lines below it as `#     text`, or `anything` after it",
    ),
    "Raises": (is_exception, "write it as a traceback ends: `TypeError: message`"),
    "Exits": (
        lambda value: parse_status(value) is not None,
        "write a status from 0 to 255 or a signal such as `SIGKILL`",
    ),
    "Takes": (_is_duration, _WRITE_SECONDS),
    "Steps": (
        lambda value: bool(parse_steps(value)),
        "write a lane of the timeline and how many steps it takes: `main 3, count 2`",
    ),
    "Waits together": (
        lambda value: bool(parse_lanes(value)),
        "write lanes of the timeline with commas between them: `count 1, count 2`",
    ),
    "Breaks": (bool, "say in a few words what the change below does"),
    "Blocks": (_is_duration, _WRITE_SECONDS),
}


def _validate_versions(
    claims: Iterable[Claim], requires_python: str, path: str
) -> None:
    subjects: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.name != "Breaks":
            subjects.setdefault(claim.subject, []).append(claim)
    versions = [v for v in _VERSIONS if specifies(requires_python, v)]
    for name, group in subjects.items():
        for version in versions:
            _require_one(name, group, version, path)


def _require_one(name: str, group: Sequence[Claim], version: str, path: str) -> None:
    about = [claim for claim in group if claim.is_about(version)]
    if not about:
        raise ProofError(
            f"no `{name}` claim is about Python {version}; let the versions in "
            "brackets cover all of requires-python",
            path,
            group[-1].line,
        )
    if len(about) > 1:
        versions = f" for Python {version}" if any(c.versions for c in about) else ""
        raise ProofError(
            f"`{name}` is claimed twice{versions}; fix this claim or the one in line "
            f"{about[0].line}",
            path,
            about[1].line,
        )
