"""Says why a sentence is missing: an extension of Python-Markdown.

A block of a page that asks for the run of a snippet has nothing to print where there is
no run: the snippet cannot run on this Python, or, while serving, was not run yet. The
reason takes the place of the block, and of what the same session prints after it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from proof.errors import ProofError
from proof.gate.load import NotRun
from proof.lint.fences import Fence, fences
from proof.lint.references import names_asked_for
from proof.rendering.figure import note
from proof.site.build import Build, current

# Before blocks are executed.
_PRIORITY: Final = 40
_ALL_RUNS: Final = re.compile(r"\bruns\(\)")
_SESSION: Final = re.compile(r"""\bsession=["']?([\w-]+)""")


class NotRunNotes(Extension):
    """Puts reasons in the place of blocks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        md.preprocessors.register(_Notes(md), "proof-not-run", _PRIORITY)


class _Notes(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Change the text of a page."""
        found = [fence for fence in fences(lines) if fence.is_executed]
        return with_notes(lines, found, current()) if found else lines


def with_notes(
    lines: list[str],
    executed: Sequence[Fence],
    build: Build,
    as_note: Callable[[str], str] = note,
) -> list[str]:
    """The lines of a page with reasons in the place of blocks that have no run.

    Args:
        lines: The lines of the page.
        executed: Its blocks that are executed, in order.
        build: Where runs are looked up.
        as_note: What a reason, a sentence without its full stop, looks like.
    """
    of_session: dict[str, str] = {}
    kept, end = list[str](), 0
    for fence in executed:
        opening = lines[fence.start]
        session = _SESSION.search(opening)
        reason = next(_reasons(fence.code, build), "")
        if session:
            reason = of_session.get(session[1]) or reason
            of_session[session[1]] = reason
        kept += lines[end : fence.start]
        end = fence.end
        if reason:
            indent = opening[: len(opening) - len(opening.lstrip())]
            kept += ["", indent + as_note(reason).strip(), ""]
        else:
            kept += lines[fence.start : fence.end]
    return kept + lines[end:]


def _reasons(code: str, build: Build) -> Iterator[str]:
    if not build.report.results and _ALL_RUNS.search(code):
        yield "no snippet was run yet"
    for name in names_asked_for(code, "run"):
        try:
            found = build.find(name)
        except ProofError:
            continue  # The block itself says it better.
        if isinstance(found, NotRun):
            yield f"{found.snippet.path}: {found.reason}"


def makeExtension(**options: object) -> NotRunNotes:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return NotRunNotes(**options)
