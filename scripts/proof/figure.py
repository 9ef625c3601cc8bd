"""The figure that shows a snippet: its code, what it printed and when, and whence."""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from proof import timeline
from proof.comparison import timeline_block
from proof.markup import breakable, html, identifier_of, visible
from proof.replay import replay_element
from proof.repository import Repository
from proof.runs import Line, Run
from proof.snippet import Snippet
from proof.verdict import Failure
from proof.wording import difference_sentence, next_command

_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True)
_UNSEEN = "no timeline: its event loop is not one of asyncio's own"
_DIFF_CLASSES = {"-": "minus", "+": "plus", "@": "hunk", " ": "same"}


def snippet_figure(
    snippet: Snippet,
    run: Run,
    failure: Failure | None = None,
    repository: Repository | None = None,
) -> str:
    """The figure as HTML, finished and escaped.

    Args:
        snippet: What to show.
        run: Its run.
        failure: What differs from its claims, where something does.
        repository: Where its file can be seen and edited, where that is known.
    """
    parts = [
        _head(snippet, repository),
        _differences(failure) if failure else "",
        _source(snippet),
        _output(snippet, run),
        _timeline(snippet, run),
        _provenance(snippet, run, failure),
    ]
    kind = "proof proof-failed" if failure else "proof"
    return (
        f'<figure class="{kind}" id="{identifier_of(snippet.name)}" '
        f'data-snippet="{html(snippet.name)}">\n{"".join(parts)}</figure>'
    )


def problem_box(message: str) -> str:
    """What stands in the place of a figure that cannot be made, as HTML."""
    return f'<div class="proof-problem" role="alert"><p>{html(message)}</p></div>'


def _head(snippet: Snippet, repository: Repository | None) -> str:
    name = html(PurePosixPath(snippet.name).name)
    content = base64.b64encode(snippet.content).decode()
    links = [
        f'<a href="data:text/x-python;base64,{content}" download="{name}"'
        f' title="Download {name}">Download</a>'
    ]
    if repository:
        view, edit = repository.view(snippet.path), repository.edit(snippet.path)
        links.append(f'<a href="{escape(view)}" title="View {name}">View</a>')
        links.append(f'<a href="{escape(edit)}" title="Edit {name}">Edit</a>')
    return (
        '<div class="proof-head" data-search-exclude>'
        f'<span class="proof-name">{breakable(name)}</span>'
        f'<span class="proof-links">{" ".join(links)}</span></div>\n'
    )


def _source(snippet: Snippet) -> str:
    code = "\n".join(visible(line) for line in snippet.code)
    lines = str(highlight(code, _LEXER, _FORMATTER)).removesuffix("\n").split("\n")
    numbered = "".join(
        f'<span class="proof-code-line" data-line="{number}">{line}\n</span>'
        for number, line in enumerate(lines, snippet.first_line)
    )
    identifier = f"{identifier_of(snippet.name)}-code"
    return (
        f'<div class="proof-source highlight"><pre id="{identifier}"><span></span>'
        f"<code>{numbered}</code></pre></div>\n"
    )


def _output(snippet: Snippet, run: Run) -> str:
    if not run.lines:
        inside = '<p class="proof-silent">printed nothing</p>'
    else:
        printed = "".join(_output_lines(run.lines))
        identifier = f"{identifier_of(snippet.name)}-output"
        # Each line is a block of its own: copied from the page, all would be doubled.
        text = "&#10;".join(html(line.text) for line in run.lines)
        opening = f'<pre id="{identifier}" data-copy="{text}">'
        inside = f"{opening}<code>{printed}</code></pre>"
    return (
        '<div class="proof-output" role="group" '
        f'aria-label="Output and arrival times">{inside}</div>\n'
    )


def _output_lines(lines: Sequence[Line]) -> Iterator[str]:
    before = "stdout"
    for line in lines:
        classes = ["proof-line"]
        if line.stream == "stderr":
            classes.append("proof-stderr")
        if line.stream != before:
            classes.append("proof-stream-change")
        before = line.stream
        at = f"{line.at:.3f}" if line.at >= 0 else "before"
        opening = f'<span class="{" ".join(classes)}" data-at="{at}">'
        yield f"{opening}{html(line.text)}\n</span>"


def _timeline(snippet: Snippet, run: Run) -> str:
    history = run.recorded.history
    if history is None or not run.recorded.loops:
        return ""
    if not history.lanes:
        return (
            f'<div class="proof-timeline"><p class="proof-silent">{_UNSEEN}</p></div>\n'
        )
    axis, drawn = timeline.axis_of(history), timeline.drawn_lanes(history)
    return timeline_block(
        snippet,
        run,
        identifier_of(snippet.name),
        replay=replay_element(history, run.lines, axis.breakpoints, drawn),
    )


def _differences(failure: Failure) -> str:
    told = "".join(
        f"<p>{html(difference_sentence(failure, difference))}</p>"
        + _diff(difference.diff)
        for difference in failure.differences
    )
    return (
        f'<div class="proof-differences" role="alert">{told}'
        f"<p>Run next: <code>{html(next_command(failure))}</code></p></div>\n"
    )


def _diff(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    marked = "".join(
        f'<span class="proof-diff-{_DIFF_CLASSES.get(line[:1], "same")}">'
        f"{html(line)}\n</span>"
        for line in lines
    )
    return f'<pre class="proof-diff"><code>{marked}</code></pre>'


def _provenance(snippet: Snippet, run: Run, failure: Failure | None) -> str:
    tries = f" at try {run.tries}" if run.tries > 1 else ""
    verdict = "not as claimed" if failure else f"every claim met{tries}"
    facts = [
        f"<code>python {breakable(html(snippet.path))}</code>",
        f"<strong>took {run.took:.3f} s</strong>",
        f"{html(run.python)} on {html(run.platform)}",
        f'<time datetime="{run.made_at}">{run.made_at[:10]}</time>',
        verdict,
    ]
    return (
        '<figcaption class="proof-provenance" data-search-exclude>'
        + " · ".join(f"<span>{fact}</span>" for fact in facts)
        + "</figcaption>\n"
    )
