"""Style rules for snippets and pages."""

import io
import re
import tokenize
from collections.abc import Collection, Iterator, Mapping

from proof.errors import ProofError
from proof.lint.fences import without_fences
from proof.lint.pages import Page
from proof.lint.prose import Paragraph, paragraphs
from proof.snippets.snippet import Snippet

MOST_LINES = 60
"""How long a snippet may be, metadata and claims not counted."""
MOST_COLUMNS = 72
"""How wide a line of it may be."""

# A measurement is digits and a unit, unless the code of a program beside it has them.
_MEASURED = re.compile(
    r"(?<![\w.])(?!(?:19|20)\d0s\b)\d[\d.,]*[*_]*[\s-]?"
    r"(?:[mµμun]?s|secs?|(?:milli|micro|nano)?seconds?)\b"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_EXCUSE = re.compile(r"not measured: *\S")
_PLACEHOLDER = re.compile(r"\bTODO\b")
_CODE_SPAN_OF_ONE_LINE = re.compile(r"(`+)[^`]+\1")
_CODE_SIGNS = re.compile(r"[._(`]")
_CLOSING_SIGNS = "\"'`)\u201d\u2019"


def snippet_errors(snippet: Snippet) -> Iterator[ProofError]:
    """What a snippet should not be published with.

    Args:
        snippet: One that can be read; whether it does as claimed is not asked here.
    """
    yield from _no_sentence(snippet)
    yield from _too_long(snippet)
    yield from _too_wide(snippet)
    yield from _placeholders(snippet.lines, snippet.path)


def page_errors(page: Page, snippets: Mapping[str, Snippet]) -> Iterator[ProofError]:
    """What a page should not be published with.

    Args:
        page: The page.
        snippets: All snippets, by name.
    """
    shown = {one.snippet for one in page.references}
    programs = [snippets[name] for name in shown if name in snippets]
    yield from _measured(page, {n for one in programs for n in _numbers(one)})
    yield from _placeholders(_without_code_that_is_shown(page.text), page.path)


def _no_sentence(snippet: Snippet) -> Iterator[ProofError]:
    missing = [*_begins_small(snippet), *_ends_without_full_stop(snippet)]
    if missing:
        yield ProofError(
            f"its first line is not a sentence: it {' and '.join(missing)}; say in one "
            "line what it proves",
            snippet.path,
            _line_of_sentence(snippet),
        )


def _begins_small(snippet: Snippet) -> Iterator[str]:
    word = snippet.sentence.split()[0].rstrip(",:;")
    is_name = _CODE_SIGNS.search(word) or word in _names(snippet)
    if word[:1].islower() and not is_name:
        yield f"begins with a small letter ({word!r})"


def _ends_without_full_stop(snippet: Snippet) -> Iterator[str]:
    ending = snippet.sentence.rstrip(_CLOSING_SIGNS)
    if not ending.endswith(".") or ending.endswith(".."):
        yield "does not end with a full stop"


def _names(snippet: Snippet) -> set[str]:
    """Every name and keyword in its code, as far as that can be read as Python."""
    found: set[str] = set()
    source = io.StringIO("\n".join(snippet.code))
    try:
        for token in tokenize.generate_tokens(source.readline):
            if token.type == tokenize.NAME:
                found.add(token.string)
    except (tokenize.TokenError, SyntaxError):
        pass  # Its point may be that it is not valid Python.
    return found


def _line_of_sentence(snippet: Snippet) -> int:
    lines = enumerate(snippet.code, snippet.first_line)
    return next((n for n, line in lines if snippet.sentence in line), 1)


def _too_long(snippet: Snippet) -> Iterator[ProofError]:
    count = len(snippet.code)
    if count > MOST_LINES:
        yield ProofError(
            f"it has {count} lines without metadata and claims, and at most "
            f"{MOST_LINES} can be taken in; show less, or make two snippets of it",
            snippet.path,
            snippet.first_line + MOST_LINES,
        )


def _too_wide(snippet: Snippet) -> Iterator[ProofError]:
    wide = {
        number: len(line)
        for number, line in enumerate(snippet.code, snippet.first_line)
        if len(line) > MOST_COLUMNS
    }
    if wide:
        widths = ", ".join(f"line {n} has {width}" for n, width in wide.items())
        yield ProofError(
            f"at most {MOST_COLUMNS} columns fit into a page: {widths}; break it up",
            snippet.path,
            min(wide),
        )


def _numbers(snippet: Snippet) -> Iterator[float]:
    """The numbers in the code of a snippet: those were chosen, not measured."""
    return (float(found) for line in snippet.code for found in _NUMBER.findall(line))


def _measured(page: Page, chosen: Collection[float]) -> Iterator[ProofError]:
    for paragraph in paragraphs(page.text):
        if not _is_excused(paragraph):
            for match in _MEASURED.finditer(paragraph.text):
                if float(_NUMBER.findall(match[0])[0]) in chosen:
                    continue
                number = " ".join(match[0].split())
                yield ProofError(
                    f'"{number}" looks measured, and no program of this page has it; '
                    "let `run(…)` print it, or if it is not a measurement, write "
                    "`<!-- not measured: why -->` beside it",
                    page.path,
                    paragraph.line_of(match.start()),
                )


def _is_excused(paragraph: Paragraph) -> bool:
    return any(_EXCUSE.match(comment) for comment in paragraph.comments)


def _placeholders(lines: list[str], path: str) -> Iterator[ProofError]:
    found = [n for n, line in enumerate(lines, 1) if _PLACEHOLDER.search(line)]
    if found:
        places = "in line" if len(found) == 1 else "in lines"
        yield ProofError(
            f"TODO is still {places} {', '.join(map(str, found))}; fill it in",
            path,
            found[0],
        )


def _without_code_that_is_shown(text: str) -> list[str]:
    """The lines of a page; where it shows how something is written, they are blank."""
    lines = without_fences(text.splitlines(), keep_executed=True)
    return [_CODE_SPAN_OF_ONE_LINE.sub("", line) for line in lines]
