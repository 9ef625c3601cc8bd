"""The figure that shows a snippet: its code, what it printed and when, and whence."""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from proof.checking.differences import Failure
from proof.checking.messages import accepting_command, difference_sentence, next_command
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
_ON_PURPOSE = "<p>Fails on purpose. This is what is told of it:</p>"
_DIFF_CLASSES = {"-": "minus", "+": "plus", "@": "hunk", " ": "same"}


def snippet_figure(
    snippet: Snippet,
    run: Run,
    failure: Failure | None = None,
    repository: Repository | None = None,
    *,
    predict: str = "",
    claims: bool = False,
) -> str:
    """The figure as HTML, finished and escaped.

    Args:
        snippet: What to show.
        run: Its run.
        failure: What differs from its claims, where something does.
        repository: Where its file can be seen and edited, where that is known.
        predict: What the reader should guess before output and timeline are shown;
            what failed is shown at once.
        claims: Whether its claims are shown below its code.
    """
    result = _output(snippet, run) + _timeline(snippet, run)
    parts = [
        _head(snippet, repository),
        _differences(failure) if failure else "",
        _source(snippet, claims=claims),
        prediction(predict, result) if predict and not failure else result,
        _provenance(snippet, run, failure),
    ]
    kind = "proof proof-failed" if failure and not failure.expected else "proof"
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
        replay=replay_element(history, run.lines, axis.breakpoints, drawn),
    )


def _differences(failure: Failure) -> str:
    told = "".join(
        f"<p>{html(difference_sentence(failure, difference))}</p>"
        + _diff(difference.diff)
        for difference in failure.differences
    )
    if failure.expected:
        return f'<div class="proof-meant">{_ON_PURPOSE}{told}</div>\n'
    return (
        f'<div class="proof-differences" role="alert">{told}'
        f"<p>Run next: <code>{html(next_command(failure))}</code></p>"
        f"{_accepting(failure)}</div>\n"
    )


def _accepting(failure: Failure) -> str:
    command = accepting_command(failure)
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


def _provenance(snippet: Snippet, run: Run, failure: Failure | None) -> str:
    tries = f" at try {run.tries}" if run.tries > 1 else ""
    verdict = "not as claimed" if failure else f"every claim met{tries}"
    if failure and failure.expected:
        verdict = "differs from its claims, as it is meant to"
    facts = [
        f"<code>python {breakable(html(snippet.path))}</code>",
        f"<strong>took {run.took:.3f} s</strong>, {_process_times(run)}",
        f"{html(run.python)} on {html(run.platform)}",
        f'<time datetime="{run.made_at}">{run.made_at[:10]}</time>',
        f"<span>{verdict}</span>",
    ]
    # Each but the last ends with what parts it from the next: one may be hidden.
    parts = [*(f"<span>{fact} · </span>" for fact in facts[:-1]), facts[-1]]
    return (
        '<figcaption class="proof-provenance" data-search-exclude>'
        f"{''.join(parts)}</figcaption>\n"
    )
