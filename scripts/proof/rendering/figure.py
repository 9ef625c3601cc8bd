"""The figure of a snippet: its code, what it printed and when, where it was run."""

import base64
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from proof.checking.result import Result
from proof.rendering import timeline
from proof.rendering.comparison import timeline_block
from proof.rendering.differences_box import differences_box
from proof.rendering.markup import Html, breakable, identifier_of, visible, with_code
from proof.rendering.provenance import command, provenance
from proof.rendering.replay import replay_element
from proof.rendering.repository import Repository
from proof.runs.run import Line, Run
from proof.snippets.snippet import Snippet

_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True)
_FOREIGN = "its event loop is not one of asyncio's own"
_NO_TASK = "its event loop ran no task"


def snippet_figure(
    result: Result,
    repository: Repository | None = None,
    *,
    predict: str = "",
    claims: bool = False,
) -> Html:
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
        differences_box(result) if differs else "",
        _source(snippet, claims=claims),
        prediction(predict, shown) if predict and not differs else shown,
        provenance(result),
    ]
    return _figure(snippet, parts, "" if result.passed else " proof-failed")


def not_run_figure(
    snippet: Snippet,
    reason: str,
    repository: Repository | None = None,
    *,
    claims: bool = False,
) -> Html:
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
        command(snippet),
    ]
    return _figure(snippet, parts, " proof-not-run")


def note(reason: str) -> Html:
    """Why there is nothing to see, as HTML.

    Args:
        reason: A sentence without its full stop.
    """
    return Html('<p class="proof-note" role="note">{}.</p>\n').format(reason)


def problem_box(message: str) -> Html:
    """What is shown in the place of a figure that cannot be made, as HTML."""
    box = Html('<div class="proof-problem" role="alert"><p>{}</p></div>')
    return box.format(message)


def prediction(question: str, hidden: Html) -> Html:
    """A question, and below it what docs/assets/predict.js hides until a click.

    It is delivered open: nothing is out of reach without scripts, and on paper.

    Args:
        question: What to guess; what is between backticks in it is code.
        hidden: The answer.
    """
    # The question is found by the search; that something can be shown is not.
    return Html(
        '<details class="proof-predict" open>\n<summary>'
        '<span class="proof-question">{}</span> '
        '<span class="proof-answer" data-search-exclude>Show the output</span>'
        "</summary>\n{}</details>\n"
    ).format(with_code(question), hidden)


def _figure(snippet: Snippet, parts: Sequence[Html | str], kind: str) -> Html:
    return Html(
        '<figure class="proof{}" id="{}" data-snippet="{}">\n{}</figure>'
    ).format(kind, identifier_of(snippet.name), snippet.name, Html().join(parts))


def _head(snippet: Snippet, repository: Repository | None) -> Html:
    name = PurePosixPath(snippet.name).name
    content = base64.b64encode(snippet.content).decode()
    download = Html(
        '<a href="data:text/x-python;base64,{}" download="{name}"'
        ' title="Download {name}">Download</a>'
    )
    links = [download.format(content, name=name)]
    if repository:
        link = Html('<a href="{}" title="{verb} {}">{verb}</a>')
        view, edit = repository.view(snippet.path), repository.edit(snippet.path)
        links.append(link.format(view, name, verb="View"))
        links.append(link.format(edit, name, verb="Edit"))
    return Html(
        '<div class="proof-head" data-search-exclude><span class="proof-name">{}</span>'
        '<span class="proof-links">{}</span></div>\n'
    ).format(breakable(name), Html(" ").join(links))


def _source(snippet: Snippet, *, claims: bool) -> Html:
    shown = (*snippet.code, *snippet.ending) if claims else snippet.code
    code = "\n".join(visible(line) for line in shown)
    # Pygments escapes what it highlights.
    lines = str(highlight(code, _LEXER, _FORMATTER)).removesuffix("\n").split("\n")
    numbered = Html('<span class="proof-code-line" data-line="{}">{}\n</span>')
    return Html(
        '<div class="proof-source highlight" id="{}-code"><pre><span></span>'
        "<code>{}</code></pre></div>\n"
    ).format(
        identifier_of(snippet.name),
        Html().join(
            numbered.format(number, Html(line))
            for number, line in enumerate(lines, snippet.first_line)
        ),
    )


def _output(snippet: Snippet, run: Run) -> Html:
    if run.lines:
        # Each line is a block of its own: copied from the page, all would be doubled.
        inside = Html('<pre data-copy="{}"><code>{}</code></pre>').format(
            Html("&#10;").join(line.text for line in run.lines),
            Html().join(_output_lines(run.lines)),
        )
    else:
        inside = _silent("printed nothing")
    # Not at the `pre`: the theme gives those other ids, made of the next one around.
    return Html(
        '<div class="proof-output" id="{}-output" role="group"'
        ' aria-label="Output and arrival times">{}</div>\n'
    ).format(identifier_of(snippet.name), inside)


def _output_lines(lines: Sequence[Line]) -> Iterator[Html]:
    before = "stdout"
    for line in lines:
        classes = ["proof-line"]
        if line.stream == "stderr":
            classes.append("proof-stderr")
        if line.stream != before:
            classes.append("proof-stream-change")
        before = line.stream
        at = f"{line.at:.3f}" if line.at >= 0 else "before"
        yield Html('<span class="{}" data-at="{}">{}\n</span>').format(
            " ".join(classes), at, line.text
        )


def _silent(words: str) -> Html:
    return Html('<p class="proof-silent">{}</p>').format(words)


def _timeline(snippet: Snippet, run: Run) -> Html:
    history = run.recorded.history
    if history is None or not run.recorded.loops:
        return Html()
    if not history.lanes:
        why = history.shortcoming or (_FOREIGN if history.foreign_loop else _NO_TASK)
        return Html('<div class="proof-timeline">{}</div>\n').format(
            _silent(f"no timeline: {why}")
        )
    axis, drawn = timeline.axis_of(history), timeline.drawn_lanes(history)
    return timeline_block(
        snippet,
        run,
        identifier_of(snippet.name),
        replay=Html(replay_element(history, run.lines, axis, drawn)),
    )
