"""What pages say of versions of Python, and whether a program of the page shows it."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from proof.errors import ProofError
from proof.lint.fences import Fence, fences
from proof.lint.pages import Page
from proof.lint.prose import Paragraph, paragraphs
from proof.runs.versions import SUPPORTED, order
from proof.snippets.snippet import Snippet

# What these say of a version is about the tooling, not about asyncio.
_EXEMPT = ("about/",)
_VERSION = re.compile(r"(?<![\w.])3\.([4-9]|[1-9]\d)(?!\.?\w)")
# A colon that begins a line is the mark of a definition.
_SENTENCE_END = re.compile(r"(?:(?<=[.!?)])|(?<=\S:))\s+(?=[\"'(\[*]*[A-Z])|\n(?=- )")
_DEFINITION = re.compile(r"\s*\n:\s+")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}([^*\s][^*]*)\*{1,2}(?![\w*])")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SOURCE = re.compile(r"https://[^\s)\"']+")
# What the first argument of this says is quoted, not said.
_CORRECTION = "correction"
_ADVICE = (
    "show a program whose claims change there (`# Output [<{version}]:` and "
    "`# Output [>={version}]:`), or leave it out"
)


@dataclass(frozen=True)
class Statement:
    """A place where a page names a version of Python.

    Attributes:
        page: The page.
        line: Line of the page, counted from 1.
        version: The version, such as `3.12`.
        sentence: The sentence that names it.
        sources: Addresses outside the site that its paragraph or block links to.
    """

    page: Page
    line: int
    version: str
    sentence: str
    sources: tuple[str, ...]


def statements(page: Page) -> Iterator[Statement]:
    """The statements of a page about versions, in its prose and in its blocks."""
    if page.source.startswith(_EXEMPT):
        return
    for paragraph in paragraphs(page.text):
        if paragraph.text.startswith("#"):
            continue  # A heading: what it says is said below it.
        for match in _VERSION.finditer(paragraph.text):
            yield Statement(
                page,
                paragraph.line_of(match.start()),
                match[0],
                _sentence_around(paragraph, match.start()),
                paragraph.addresses,
            )
    for fence in fences(page.text.splitlines()):
        if fence.is_executed:
            yield from _in_block(page, fence)


def version_errors(page: Page, snippets: Mapping[str, Snippet]) -> Iterator[ProofError]:
    """One error for each statement that nothing on the page was run for.

    Args:
        page: The page.
        snippets: All snippets, by name.
    """
    for one in not_run(page, snippets):
        if not is_outside(one.version):
            yield ProofError(
                f"it says something of Python {one.version}, and no program of this "
                f"page does anything else before or after it; "
                f"{_ADVICE.format(version=one.version)}",
                page.path,
                one.line,
            )
        elif not one.sources:
            yield ProofError(
                f"it says something of Python {one.version}, which nobody ran; link to "
                "a source in the same paragraph, or leave it out",
                page.path,
                one.line,
            )


def not_run(page: Page, snippets: Mapping[str, Snippet]) -> Iterator[Statement]:
    """The statements of a page that rest on a source alone; see `version_errors`."""
    shown = {one.snippet for one in page.references}
    boundaries = _boundaries(snippets[name] for name in shown if name in snippets)
    for one in statements(page):
        if not boundaries & {one.version, _next(one.version)}:
            yield one


def is_outside(version: str) -> bool:
    """Whether a version, or the one before or after it, is not supported."""
    return not order(SUPPORTED[0]) < order(version) < order(SUPPORTED[-1])


def _boundaries(snippets: Iterable[Snippet]) -> set[str]:
    """The versions with which a claim of a snippet is another than before."""
    return {
        new
        for snippet in snippets
        for old, new in pairwise(SUPPORTED)
        if snippet.claims_about(old) != snippet.claims_about(new)
    }


def _next(version: str) -> str:
    major, minor = order(version)
    return f"{major}.{minor + 1}"


def _in_block(page: Page, fence: Fence) -> Iterator[Statement]:
    try:
        tree = ast.parse(fence.code)
    except SyntaxError:
        return  # Executing the block says so, with a better message.
    for part in tree.body:
        texts = list(_texts(part))
        sources = tuple(s for _, text in texts for s in _SOURCE.findall(text))
        for number, text in texts:
            if _VERSION.fullmatch(text):
                continue  # An argument, no statement.
            for match in _VERSION.finditer(_without_code(text)):
                line = fence.first_line + number - 1
                yield Statement(page, line, match[0], _plain(text), sources)


def _texts(part: ast.stmt) -> Iterator[tuple[int, str]]:
    """The texts in a statement of Python, each with its line; none that it corrects."""
    quoted = {
        call.args[0]
        for call in ast.walk(part)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == _CORRECTION
        and call.args
    }
    for node in ast.walk(part):
        if not isinstance(node, ast.Constant) or node in quoted:
            continue
        if isinstance(node.value, str):
            yield node.lineno, node.value


def _without_code(text: str) -> str:
    return re.sub(r"`[^`]*`", lambda span: " " * len(span[0]), text)


def _sentence_around(paragraph: Paragraph, position: int) -> str:
    """The sentence or list item around a place, without the addresses of links."""
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph.text)]
    start = max((end for end in ends if end <= position), default=0)
    stop = min((end for end in ends if end > position), default=None)
    return _plain(paragraph.markdown[start:stop])


def _plain(markdown: str) -> str:
    """A sentence without addresses and emphasis; what is code stays marked."""
    sentence = _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", markdown))
    return " ".join(_DEFINITION.sub(": ", sentence).split()).lstrip("-: ")
