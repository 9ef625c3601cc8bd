"""The figure that shows a snippet: its code, what it printed and when, and whence."""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from proof.checking.differences import Difference
from proof.checking.messages import accepting_command, difference_sentence, next_command
from proof.checking.result import Result
from proof.rendering import timeline
from proof.rendering.comparison import timeline_block
from proof.rendering.markup import breakable, html, identifier_of, visible
from proof.rendering.prediction import prediction
from proof.rendering.replay import replay_element
from proof.rendering.repository import Repository
from proof.runs.run import Line, Run
from proof.snippets.snippet import Snippet

_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True)
_UNSEEN = "no timeline: its event loop is not one of asyncio's own"
_ON_PURPOSE = "<p>Fails on purpose. This is what is reported:</p>"
_DIFF_CLASSES = {"-": "minus", "+": "plus", "@": "hunk", " ": "same"}


def snippet_figure(
    result: Result,
    repository: Repository | None = None,
    *,
    predict: str = "",
    claims: bool = False,
) -> str:
    """The figure as HTML, finished and escaped.

    Args:
        result: What to show.
        repository: Where its file can be seen and edited, where that is known.
        predict: What the reader should guess before output and timeline are shown;
            what failed is shown at once.
        claims: Whether its claims are shown below its code.
    """
    snippet, run = result.snippet, result.run
    differs = bool(result.differences or result.expected)
    shown = _output(snippet, run) + _timeline(snippet, run)
    parts = [
        _head(snippet, repository),
        _differences(result) if differs else "",
        _source(snippet, claims=claims),
        prediction(predict, shown) if predict and not differs else shown,
        _provenance(result),
    ]
    return _figure(snippet, parts, "" if result.passed else " proof-failed")


def not_run_figure(
    snippet: Snippet,
    reason: str,
    repository: Repository | None = None,
    *,
    claims: bool = False,
) -> str:
    """The figure of a snippet without a run: its source, and why there is no output.

    Args:
        snippet: What to show.
        reason: Why it was not run, as a sentence without its full stop.
        repository: See `snippet_figure`.
        claims: See `snippet_figure`.
    """
    parts = [
        _head(snippet, repository),
        _source(snippet, claims=claims),
        note(f"{reason[:1].upper()}{reason[1:]}"),
        '<figcaption class="proof-provenance" data-search-exclude><span>'
        f"<code>python {breakable(html(snippet.path))}</code></span></figcaption>\n",
    ]
    return _figure(snippet, parts, " proof-not-run")


def note(reason: str) -> str:
    """Why there is nothing to see, as HTML.

    Args:
        reason: A sentence without its full stop.
    """
    return f'<p class="proof-note" role="note">{html(reason)}.</p>\n'


def problem_box(message: str) -> str:
    """What stands in the place of a figure that cannot be made, as HTML."""
    return f'<div class="proof-problem" role="alert"><p>{html(message)}</p></div>'


def _figure(snippet: Snippet, parts: Sequence[str], kind: str) -> str:
    return (
        f'<figure class="proof{kind}" id="{identifier_of(snippet.name)}" '
        f'data-snippet="{html(snippet.name)}">\n{"".join(parts)}</figure>'
    )


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


def _source(snippet: Snippet, *, claims: bool) -> str:
    shown = (*snippet.code, *snippet.ending) if claims else snippet.code
    code = "\n".join(visible(line) for line in shown)
    lines = str(highlight(code, _LEXER, _FORMATTER)).removesuffix("\n").split("\n")
    numbered = "".join(
        f'<span class="proof-code-line" data-line="{number}">{line}\n</span>'
        for number, line in enumerate(lines, snippet.first_line)
    )
    identifier = f"{identifier_of(snippet.name)}-code"
    return (
        f'<div class="proof-source highlight" id="{identifier}"><pre><span></span>'
        f"<code>{numbered}</code></pre></div>\n"
    )


def _output(snippet: Snippet, run: Run) -> str:
    if not run.lines:
        inside = '<p class="proof-silent">printed nothing</p>'
    else:
        printed = "".join(_output_lines(run.lines))
        # Each line is a block of its own: copied from the page, all would be doubled.
        text = "&#10;".join(html(line.text) for line in run.lines)
        inside = f'<pre data-copy="{text}"><code>{printed}</code></pre>'
    # Not at the `pre`: the theme gives those other ids, made of the next one around.
    return (
        f'<div class="proof-output" id="{identifier_of(snippet.name)}-output" '
        f'role="group" aria-label="Output and arrival times">{inside}</div>\n'
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
        replay=replay_element(history, run.lines, axis, drawn),
    )


def _differences(result: Result) -> str:
    if result.passed:
        shown = _difference_list(result, result.expected)
        return f'<div class="proof-meant">{_ON_PURPOSE}{shown}</div>\n'
    shown = _difference_list(result, result.differences)
    return (
        f'<div class="proof-differences" role="alert">{shown}'
        f"<p>Run next: <code>{html(next_command(result))}</code></p>"
        f"{_accepting(result)}</div>\n"
    )


def _difference_list(result: Result, differences: Sequence[Difference]) -> str:
    return "".join(
        f"<p>{html(difference_sentence(result, difference))}</p>"
        + _diff(difference.diff)
        for difference in differences
    )


def _accepting(result: Result) -> str:
    command = accepting_command(result)
    if not command:
        return ""
    return f"<p>If what it does now is right: <code>{html(command)}</code></p>"


def _diff(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    marked = "".join(
        f'<span class="proof-diff-{_DIFF_CLASSES.get(line[:1], "same")}">'
        f"{html(line)}\n</span>"
        for line in lines
    )
    return f'<pre class="proof-diff"><code>{marked}</code></pre>'


def _process_times(run: Run) -> str:
    """What was measured of both executions; a control has no time zero."""
    with_it, without = (
        f"{one.wall:.3f} s ({one.cpu:.3f} s CPU)" for one in (run.recorded, run.control)
    )
    return f"its process {with_it}, without the recorder {without}"


def _provenance(result: Result) -> str:
    snippet, run = result.snippet, result.run
    facts = [
        f"<code>python {breakable(html(snippet.path))}</code>",
        f"<strong>took {run.took:.3f} s</strong>, {_process_times(run)}",
        f"{html(run.python)} on {html(run.platform)}",
        f'<time datetime="{run.made_at}">{run.made_at[:10]}</time>',
        f"<span>{_outcome(result)}</span>",
    ]
    # Each but the last ends with what parts it from the next: one may be hidden.
    parts = [*(f"<span>{fact} · </span>" for fact in facts[:-1]), facts[-1]]
    return (
        '<figcaption class="proof-provenance" data-search-exclude>'
        f"{''.join(parts)}</figcaption>\n"
    )


def _outcome(result: Result) -> str:
    if result.differences:
        return "failed"
    if result.expected:
        return "failed as expected"
    tries = result.run.tries
    return "passed" if tries == 1 else f"passed at try {tries}"
