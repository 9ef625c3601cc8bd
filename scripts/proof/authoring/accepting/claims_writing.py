"""Writing claims into the file of a snippet; all else stays byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proof.snippets.claim_grammar import MARK, claim_lines, find_claims
from proof.snippets.claims import NAMES, Claim


@dataclass(frozen=True)
class Changes:
    """What becomes of the claims of a snippet.

    Attributes:
        updates: Claims of the file, each with its replacement; None: it is removed.
        added: New claims.
        splits: Claims of the file, each with what comes right behind its replacement.
    """

    updates: Mapping[Claim, Claim | None] = field(default_factory=dict)
    added: Sequence[Claim] = ()
    splits: Mapping[Claim, Sequence[Claim]] = field(default_factory=dict)


def new_claim(
    name: str, value: str = "", body: Sequence[str] = (), versions: str = ""
) -> Claim:
    """A claim that is in no file yet."""
    return Claim(name, value, tuple(body), versions, 0)


def with_changes(content: bytes, claims: Sequence[Claim], changes: Changes) -> bytes:
    """The bytes of a snippet after changes of its claims.

    Args:
        content: The bytes of its file; where it has no block of claims, one is added.
        claims: The claims in it, in order.
        changes: What becomes of them.
    """
    lines = content.splitlines(keepends=True)
    end = _line_end(lines)
    mark = find_claims([line.decode("utf-8").rstrip() for line in lines])
    if mark is None:
        lines = [*_with_space_below(lines, end), MARK.encode() + end]
        mark = len(lines) - 1
    lines[mark:] = [_ended(line, end) for line in lines[mark:]]
    parts = _parts(lines[mark + 1 :], mark + 1, claims)
    written = [_Part("", lines[: mark + 1], [])]
    for claim, part in zip(claims, parts, strict=True):
        new = changes.updates.get(claim, claim)
        if new is claim:
            written.append(part)
        elif new is not None:
            body = _written(new, end)
            if _heading(new) == _heading(claim):
                body[0] = part.lines[0]
            written.append(_Part(new.name, body, part.space))
        for other in changes.splits.get(claim, ()):
            written.append(_behind(written[-1], other, end))
    for claim in changes.added:
        _insert(written, claim, end)
    return b"".join(b"".join([*part.lines, *part.space]) for part in written)


def _heading(claim: Claim) -> tuple[str, ...]:
    return claim.name, claim.versions, claim.value


@dataclass
class _Part:
    """The lines of one claim, and the empty ones below it."""

    name: str
    lines: list[bytes]
    space: list[bytes]


def _parts(block: Sequence[bytes], first: int, claims: Sequence[Claim]) -> list[_Part]:
    starts = [claim.line - 1 - first for claim in claims]
    stops = [*starts, len(block)][1:]
    parts = []
    for claim, start, stop in zip(claims, starts, stops, strict=True):
        end = stop
        while end > start + 1 and block[end - 1].strip() in (b"", b"#"):
            end -= 1
        parts.append(_Part(claim.name, list(block[start:end]), list(block[end:stop])))
    return parts


def _behind(previous: _Part, claim: Claim, end: bytes) -> _Part:
    """A new claim that is to come right behind another one."""
    # What separates claims goes on separating: it moves below the new one.
    space, previous.space = previous.space, []
    return _Part(claim.name, _written(claim, end), space)


def _insert(written: list[_Part], claim: Claim, end: bytes) -> None:
    """Put a new claim behind the last of those that come before it by their name."""
    rank = NAMES.index(claim.name)
    before = [
        index
        for index, other in enumerate(written)
        if not other.name or NAMES.index(other.name) <= rank
    ]
    part = _behind(written[before[-1]], claim, end)
    written.insert(before[-1] + 1, part)


def _written(claim: Claim, end: bytes) -> list[bytes]:
    return [line.encode() + end for line in claim_lines(claim)]


def _line_end(lines: Sequence[bytes]) -> bytes:
    first = lines[0] if lines else b""
    ends = (end for end in (b"\r\n", b"\n", b"\r") if first.endswith(end))
    return next(ends, b"\n")


def _ended(line: bytes, end: bytes) -> bytes:
    return line if line.endswith((b"\n", b"\r")) else line + end


def _with_space_below(lines: Sequence[bytes], end: bytes) -> list[bytes]:
    """The lines with two empty ones below them, as the formatter wants it."""
    spaced = [_ended(line, end) for line in lines]
    empty = next(
        (n for n, line in enumerate(reversed(spaced)) if line.strip()), len(spaced)
    )
    return [*spaced, *[end] * (2 - empty)]
