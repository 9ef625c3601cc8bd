"""Counter-proofs: the smallest changes under which a snippet's claims must not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from proof.errors import ProofError
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet

_HOW_TO_WRITE = (
    "begin it with `-` where a line goes, with `+` where one comes, or with a blank "
    "where one stays"
)


@dataclass(frozen=True)
class Edit:
    """Lines that come in the place of others.

    Attributes:
        line: Line of the snippet's file where the first of them was, from 1.
        removed: What was there.
        added: What comes there.
    """

    line: int
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True)
class CounterProof:
    """A change of a snippet that must break a claim.

    Attributes:
        claim: The claim `Breaks`; its value says what the change does.
        edits: The change, from the top of the file to its end.
        snippet: The changed snippet: to be executed and checked like any other, and
            expected to fail.
    """

    claim: Claim
    edits: tuple[Edit, ...]
    snippet: Snippet


@dataclass(frozen=True)
class _Hunk:
    """Lines of a diff that belong together, the first being line `line` of the file."""

    line: int
    lines: tuple[str, ...]

    def kept(self, sign: str) -> tuple[str, ...]:
        """Its lines without those that begin with a sign, and without their signs."""
        return tuple(line[1:] for line in self.lines if not line.startswith(sign))


def counter_proofs(snippet: Snippet) -> tuple[CounterProof, ...]:
    """What a snippet must not survive, in the order of its file.

    Raises:
        ProofError: A change is malformed, or fits in no place or in several.
    """
    if snippet.breaks and snippet.metadata.xfail:
        raise ProofError(
            "its claims do not hold as it is (`xfail = true`), so no change can break "
            "one; remove the counter-proof",
            snippet.path,
            snippet.breaks[0].line,
        )
    return tuple(
        _counter_proof(snippet, claim, number)
        for number, claim in enumerate(snippet.breaks, 1)
    )


def changed(
    snippet: Snippet, lines: Sequence[str], claim: Claim, number: int
) -> Snippet:
    """A snippet whose code was changed, to be executed where no file of it is.

    Args:
        snippet: As it is.
        lines: All lines of the changed file.
        claim: The claim `Breaks` that says what was changed.
        number: What tells it from other changes of the same snippet.
    """
    start, growth = snippet.first_line - 1, len(lines) - len(snippet.lines)
    return replace(
        snippet,
        name=f"{snippet.name}/{number}",
        content="".join(f"{line}\n" for line in lines).encode(),
        code=tuple(lines[start : start + len(snippet.code) + growth]),
        metadata=replace(snippet.metadata, xfail=True),
        breaks=(),
        broken_by=claim,
    )


def edited(lines: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """Lines of a file after a change of it."""
    new = list(lines)
    for one in reversed(edits):
        start = one.line - 1
        new[start : start + len(one.removed)] = one.added
    return new


def _counter_proof(snippet: Snippet, claim: Claim, number: int) -> CounterProof:
    found = (_edit(snippet, hunk) for hunk in _hunks(snippet, claim))
    edits = tuple(sorted(found, key=lambda one: one.line))
    lines = edited(snippet.lines, edits)
    return CounterProof(claim, edits, changed(snippet, lines, claim, number))


def _hunks(snippet: Snippet, claim: Claim) -> Iterator[_Hunk]:
    found, first = list[str](), claim.line + 1
    for number, line in enumerate((*claim.body, ""), claim.line + 1):
        if line:
            _require_sign(line, snippet.path, number)
            found.append(line)
            continue
        if found:
            yield _Hunk(first, tuple(found))
        found, first = [], number + 1
    if not claim.body:
        raise ProofError(
            "no change stands below it; write the lines that go as `#     -line`, and "
            "those that come as `#     +line`",
            snippet.path,
            claim.line,
        )


def _require_sign(line: str, path: str, number: int) -> None:
    if line[0] not in "-+ ":
        raise ProofError(
            f"this is not a line of a change; {_HOW_TO_WRITE}", path, number
        )


def _edit(snippet: Snippet, hunk: _Hunk) -> Edit:
    old, new = hunk.kept("+"), hunk.kept("-")
    if old == new:
        raise ProofError(
            "these lines change nothing; begin with `-` what goes, and with `+` what "
            "comes",
            snippet.path,
            hunk.line,
        )
    if not old:
        raise ProofError(
            "nothing says where these lines come; put the line above them before "
            "them, with a blank in front of it",
            snippet.path,
            hunk.line,
        )
    return Edit(_place(snippet, hunk, old), old, new)


def _place(snippet: Snippet, hunk: _Hunk, old: tuple[str, ...]) -> int:
    """The one line of the file where lines of its code begin."""
    starts = range(len(snippet.code) - len(old) + 1)
    places = [
        snippet.first_line + n for n in starts if snippet.code[n : n + len(old)] == old
    ]
    if not places:
        raise ProofError(
            f"the program has no such {'line' if len(old) == 1 else 'lines'}; copy "
            "what goes as it stands there, with its indentation",
            snippet.path,
            hunk.line,
        )
    if len(places) > 1:
        where = " and ".join(map(str, places))
        raise ProofError(
            f"it fits in several places (lines {where}); put a line before or behind "
            "it, with a blank in front",
            snippet.path,
            hunk.line,
        )
    return places[0]
