"""A snippet: one runnable file, its metadata and its claims."""

import ast
import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.claim_grammar import MARK, find_claims, parse_claims
from proof.snippets.claims import Claim
from proof.snippets.metadata import Metadata, MetadataBlock, parse_metadata

_FIRST_DOCSTRING_LINE = re.compile(
    r'^[rR]?(?:"""|\'\'\')(.*?)(?:"""|\'\'\'|$)', re.MULTILINE
)

_NEARLY_MARK = re.compile(r"\s*#\s*proof\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Snippet:
    """One runnable file under `snippets/`.

    Attributes:
        name: Its path below `snippets/`, with forward slashes.
        content: The bytes of the file.
        sentence: The first line of its docstring: the claim in one sentence.
        metadata: Its inline script metadata.
        claims: What it says will happen; none in a draft.
        breaks: Its claims `Breaks`: changes under which the others must not hold.
        code: The lines a reader sees: the file without metadata and claims.
        first_line: Line of the file in which `code` begins, counted from 1.
        ending: The lines below `code`, to the end of the file: the claims.
        broken_by: The claim `Breaks` by which it was changed, if it is a counter-proof.
    """

    name: str
    content: bytes
    sentence: str
    metadata: Metadata
    claims: tuple[Claim, ...]
    breaks: tuple[Claim, ...]
    code: tuple[str, ...]
    first_line: int
    ending: tuple[str, ...]
    broken_by: Claim | None = None

    @classmethod
    def load(cls, project: Project, name: str, *, draft: bool = False) -> Self:
        """Read a snippet.

        Args:
            project: The checkout it is in.
            name: Its path below `snippets/`.
            draft: Whether claims may be missing.

        Raises:
            ProofError: The file cannot be read, or is not a valid snippet.
        """
        path = project.snippets / name
        try:
            content = path.read_bytes()
        except IsADirectoryError:
            raise ProofError(
                "it is a folder; only files end in .py, so rename it",
                path_of(name),
            ) from None
        except OSError as error:
            raise ProofError(
                f"it cannot be read ({error.strerror})", path_of(name)
            ) from None
        return cls.parse(name, content, draft=draft)

    @classmethod
    def parse(cls, name: str, content: bytes, *, draft: bool = False) -> Self:
        """Read a snippet from its bytes.

        Args:
            name: Its path below `snippets/`.
            content: The bytes of its file.
            draft: Whether claims may be missing.

        Raises:
            ProofError: It is not UTF-8, or its name, metadata or claims are malformed.
        """
        path = path_of(name)
        _refuse_undecodable_name(name, path)
        _refuse_shadowing_name(name, path)
        lines = _decode(content, path).splitlines()
        block = parse_metadata(lines, path)
        mark = _find_claims(lines, path)
        first, code = _shown(lines, block, mark)
        ending = "\n".join(lines[first - 1 + len(code) :]).rstrip()
        written = parse_claims(lines, mark, block.metadata.requires_python, path)
        claims = tuple(claim for claim in written if claim.name != "Breaks")
        if not claims and not draft:
            raise _without_claims(lines, mark, path)
        return cls(
            name=name,
            content=content,
            sentence=_sentence("\n".join(lines), path),
            metadata=block.metadata,
            claims=claims,
            breaks=tuple(claim for claim in written if claim.name == "Breaks"),
            code=code,
            first_line=first,
            ending=tuple(ending.split("\n")) if ending else (),
        )

    @property
    def file(self) -> str:
        """The path of its file below `snippets/`.

        A counter-proof has that of the snippet of which it is a change: its own name
        is that path, and its number behind it.
        """
        return self.name.rpartition("/")[0] if self.broken_by else self.name

    @property
    def path(self) -> str:
        """The path of its file in the checkout."""
        return path_of(self.file)

    @property
    def lines(self) -> list[str]:
        """All lines of the file as Python counts them, without line ends."""
        return _decode(self.content, self.path).splitlines()

    @property
    def written_claims(self) -> tuple[Claim, ...]:
        """Every claim in its file, in order."""
        return tuple(sorted((*self.claims, *self.breaks), key=lambda one: one.line))

    def claims_about(self, version: str) -> dict[str, Claim]:
        """The claims for a Python version such as `3.12`, by subject."""
        return {c.subject: c for c in self.claims if c.is_about(version)}


def path_of(name: str) -> str:
    """The path of a snippet in the checkout, as it can be written anywhere.

    Args:
        name: Its path below `snippets/`; bytes that are not UTF-8 are escaped.
    """
    # Python keeps bytes that are not UTF-8 as surrogates, which nothing can write.
    return "snippets/" + name.encode("utf-8", "backslashreplace").decode()


def _decode(content: bytes, path: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProofError("it is not UTF-8; save it as UTF-8", path, line) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ProofError("it holds a null character; remove it", path, line)
    # Only \n, \r\n and \r end lines in Python source; str.splitlines knows more.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\v\f\x1c-\x1e\x85\u2028\u2029]", " ", text)


def _find_claims(lines: Sequence[str], path: str) -> int:
    """Index of the line that opens the claims, or that behind the last line."""
    mark = find_claims(lines)
    if mark is not None:
        return mark
    for number, line in enumerate(lines, 1):
        if _NEARLY_MARK.fullmatch(line):
            raise ProofError(
                f"this line does not open the claims; write it exactly so: `{MARK}`",
                path,
                number,
            )
    return len(lines)


def _without_claims(lines: Sequence[str], mark: int, path: str) -> ProofError:
    let_accept = f"or let `proof accept {path}` write down what happens"
    if mark < len(lines):
        return ProofError(
            f"no claim follows `{MARK}`; write one, for instance `# Output:` with the "
            f"printed lines below it, {let_accept}",
            path,
            mark + 1,
        )
    return ProofError(
        f"it claims nothing; end it with a line `{MARK}` and what will happen, "
        f"{let_accept}",
        path,
        len(lines) or 1,
    )


def _refuse_undecodable_name(name: str, path: str) -> None:
    if path != f"snippets/{name}":
        raise ProofError("its name is not UTF-8; rename the file", path)


def _refuse_shadowing_name(name: str, path: str) -> None:
    stem = PurePosixPath(name).stem
    if stem in sys.stdlib_module_names:
        raise ProofError(
            f"its name shadows the standard library module `{stem}` for every snippet "
            "beside it; name it after what it proves",
            path,
        )


def _shown(
    lines: Sequence[str], block: MetadataBlock, mark: int
) -> tuple[int, tuple[str, ...]]:
    start, end = block.end, mark
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return start + 1, tuple(lines[start:end])


def _sentence(source: str, path: str) -> str:
    try:
        docstring = ast.get_docstring(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # A snippet whose point is a SyntaxError has a docstring all the same.
        match = _FIRST_DOCSTRING_LINE.search(source)
        docstring = match[1] if match else None
    if not docstring or not docstring.strip():
        raise ProofError(
            "it has no docstring; begin it with the claim in one sentence", path, 1
        )
    sentence = docstring.strip().splitlines()[0].strip()
    for letter in sentence:
        if unicodedata.category(letter) in ("Cc", "Cs"):
            raise ProofError(
                f"its docstring has {letter!r} in its first line, which no page can "
                "show; take it out",
                path,
                1,
            )
    return sentence
