"""The figure of a snippet: its code, what it printed and when, where it was run."""

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from proof.checking.behaviour import alike
from proof.checking.result import Result
from proof.rendering.choice import choice
from proof.rendering.differences_box import differences_box
from proof.rendering.editing import PLACE, edit_button
from proof.rendering.highlighting import highlighted
from proof.rendering.markup import Html, breakable, identifier_of, with_code
from proof.rendering.provenance import command, provenance
from proof.rendering.repository import Repository
from proof.rendering.run_view import run_view
from proof.snippets.snippet import Snippet

_PICTURE = re.compile('<svg class="proof-picture"[^>]* height="([0-9]+)"')
_LINE, _REST = 21, 200
_DOCSTRING = re.compile(r'[rR]?(?P<quotes>"""|\'\'\').*?(?P=quotes)\n\n*', re.DOTALL)


@dataclass(frozen=True)
class Besides:
    """What there is to say of a snippet besides its runs.

    Attributes:
        missing: Versions that this machine lacks, or that were not run yet.
        reasons: Why it cannot be run on others, sentences without full stops.
        counter_proofs: What breaks it; see `counter_proof_box`.
    """

    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    counter_proofs: tuple[Html, ...] = ()


def snippet_figure(
    results: Sequence[Result],
    repository: Repository | None = None,
    *,
    predict: str = "",
    claims: bool = False,
    can_run: bool = False,
    besides: Besides | None = None,
) -> Html:
    """The figure as HTML, finished and escaped.

    Args:
        results: What to show: that of the primary run, then those of other Pythons.
        repository: Where its file can be seen and edited, where that is known.
        predict: What the reader should guess before output and timeline are shown;
            what failed is shown at once.
        claims: Whether its claims are shown below its code.
        can_run: Whether readers can change and run it in their browser.
        besides: What there is to say of it besides.
    """
    besides = besides or Besides()
    result, snippet = results[0], results[0].snippet
    wrong = [one for one in results if one.differences or one.expected]
    groups = alike(results)
    is_same = len(groups) == 1
    identifier = identifier_of(snippet.name)
    if is_same:
        shown = run_view(snippet, result.run, identifier)
    else:
        shown = choice(groups, besides.missing)
    others = [one.run.version for one in results[1:]]
    parts = [
        head(snippet, repository, edit_button(snippet, result.run) if can_run else ""),
        PLACE if can_run else "",
        Html().join(_boxes(wrong)),
        source(snippet, claims=claims),
        prediction(predict, shown) if predict and not wrong else shown,
        Html().join(note(reason) for reason in map(_capitalized, besides.reasons)),
        provenance(result, others, besides.missing) if is_same else "",
        *besides.counter_proofs,
    ]
    has_passed = all(one.passed for one in results)
    return framed(snippet, parts, "" if has_passed else " proof-failed")


def _boxes(wrong: Sequence[Result]) -> Iterator[Html]:
    """What differs; what is expected to, only once."""
    yield from (differences_box(one) for one in wrong if one.differences)
    expected = [one for one in wrong if one.expected]
    if expected:
        yield differences_box(expected[0])


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
        head(snippet, repository),
        source(snippet, claims=claims),
        note(_capitalized(reason)),
        command(snippet),
    ]
    return framed(snippet, parts, " proof-not-run")


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


def framed(snippet: Snippet, parts: Sequence[Html | str], kind: str) -> Html:
    """The element of a figure, as HTML.

    Args:
        snippet: What is shown; links to it lead here.
        parts: What is in it.
        kind: Further classes, with a space before each.
    """
    whole = Html().join(parts)
    return Html(
        '<figure class="proof{}" id="{}" data-snippet="{}" style="--proof-tall:{}px">\n'
        "{}</figure>"
    ).format(kind, identifier_of(snippet.name), snippet.name, _height(whole), whole)


def _height(whole: Html) -> int:
    """About how tall a figure is, in CSS pixels: what stands in until it is drawn."""
    lines = whole.count('class="proof-code-line"') + whole.count('class="proof-line')
    lines -= whole.count("data-folded") + whole.count("data-blank") // 2
    picture = _PICTURE.search(whole)
    return lines * _LINE + _REST + (int(picture[1]) if picture else 0)


def head(
    snippet: Snippet, repository: Repository | None, button: Html | str = ""
) -> Html:
    """The name of a snippet and what can be done with its file, as HTML.

    Args:
        snippet: The snippet.
        repository: See `snippet_figure`.
        button: The button with which it is edited, if there is one.
    """
    name = PurePosixPath(snippet.name).name
    content = base64.b64encode(snippet.content).decode()
    download = Html(
        '<a href="data:text/x-python;base64,{}" download="{name}"'
        ' title="Download {name}">Download</a>'
    )
    links = [download.format(content, name=name)]
    if button:
        links.insert(0, Html(button))
    if repository:
        link = Html('<a href="{}" title="{verb} {}">{verb}</a>')
        view, edit = repository.view(snippet.path), repository.edit(snippet.path)
        links.append(link.format(view, name, verb="View"))
        links.append(link.format(edit, name, verb="Edit"))
    return Html(
        '<div class="proof-head" data-search-exclude><span class="proof-name">{}</span>'
        '<span class="proof-links">{}</span></div>\n'
    ).format(breakable(name), Html(" ").join(links))


def source(snippet: Snippet, *, claims: bool) -> Html:
    """The code of a snippet as HTML, each line with its number.

    Its docstring is said by the page, so it is folded, unless claims are shown: it is
    copied and downloaded, but takes no room. A blank line takes half of one.

    Args:
        snippet: The snippet.
        claims: Whether its claims are shown below its code.
    """
    shown = (*snippet.code, *snippet.ending) if claims else snippet.code
    folded = 0 if claims else _docstring_lines(shown)
    numbered = Html('<span class="proof-code-line" data-line="{}"{}>{}\n</span>')
    lines = (
        numbered.format(
            snippet.first_line + index,
            Html(" data-folded" if index < folded else "" if line else " data-blank"),
            line,
        )
        for index, line in enumerate(highlighted(shown))
    )
    return Html(
        '<div class="proof-source highlight" id="{}-code"><pre><span></span>'
        "<code>{}</code></pre></div>\n"
    ).format(identifier_of(snippet.name), Html().join(lines))


def _docstring_lines(code: Sequence[str]) -> int:
    """How many lines a docstring takes, and the blank ones after it."""
    found = _DOCSTRING.match("\n".join(code))
    return found[0].count("\n") if found else 0


def _capitalized(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"
