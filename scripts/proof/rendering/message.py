"""A message of Python: its words by version, a program that gets it, one that works."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from proof.checking.behaviour import same_on
from proof.checking.result import Result
from proof.checking.wording import Wording, wordings
from proof.rendering.differences_box import differences_box
from proof.rendering.editing import PLACE, edit_button
from proof.rendering.figure import framed, head, source
from proof.rendering.markup import Html, identifier_of
from proof.rendering.output import output_block
from proof.rendering.provenance import provenance
from proof.rendering.repository import Repository
from proof.runs.versions import spanned

_WHOLE: Final = Html(
    '<div class="proof-message">\n'
    '<dl class="proof-wordings">\n{wordings}</dl>\n'
    "{programs}</div>\n"
)
_WORDING: Final = Html("<div><dt>{}</dt><dd>{}</dd></div>\n")
_PROGRAM: Final = Html(
    '<details class="proof-program"{}><summary>{}</summary>\n{}</details>\n'
)


@dataclass(frozen=True)
class Program:
    """One of the two programs.

    Attributes:
        results: That of its primary run, then those of other Pythons.
        not_on: Versions that this machine lacks, or that were not run yet.
    """

    results: Sequence[Result]
    not_on: Sequence[str] = ()


@dataclass(frozen=True)
class Message:
    """What there is to show of a message.

    Attributes:
        gets: The program that gets it.
        works: The program that does not.
        reasons: Why the first was not run on other versions, by version.
    """

    gets: Program
    works: Program
    reasons: dict[str, str] = field(default_factory=dict)


def message_box(
    message: Message, repository: Repository | None = None, *, can_run: bool = False
) -> Html:
    """The message as HTML, finished and escaped.

    Args:
        message: What to show.
        repository: See `snippet_figure`.
        can_run: See `snippet_figure`.
    """
    said = wordings(message.gets.results)
    programs = (
        (Html(), "A program that gets it", message.gets),
        (Html(" open"), "A program that works", message.works),
    )
    return _WHOLE.format(
        wordings=Html().join([*map(_wording, said), *_not_run(message)]),
        programs=Html().join(
            _PROGRAM.format(state, title, _figure(program, repository, can_run))
            for state, title, program in programs
        ),
    )


def _wording(one: Wording) -> Html:
    text = Html("<code>{}</code>").format(one.text) if one.text else "no message"
    return _WORDING.format(spanned(one.versions), text)


def _not_run(message: Message) -> Iterator[Html]:
    by_reason: dict[str, list[str]] = {}
    for version, reason in message.reasons.items():
        by_reason.setdefault(reason.replace(f" on {version}", ""), []).append(version)
    for reason, versions in by_reason.items():
        yield _WORDING.format(spanned(versions), reason)


def _figure(program: Program, repository: Repository | None, can_run: bool) -> Html:
    """Code and output, without a timeline: a dozen of these are on a page."""
    result = program.results[0]
    snippet, run = result.snippet, result.run
    wrong = [one for one in program.results if one.differences]
    same = same_on(program.results)
    parts = [
        head(snippet, repository, edit_button(snippet, run) if can_run else ""),
        PLACE if can_run else "",
        Html().join(map(differences_box, wrong)),
        source(snippet, claims=False),
        output_block(run.lines, identifier_of(snippet.name)),
        provenance(result, same, program.not_on),
    ]
    return framed(snippet, parts, " proof-failed" if wrong else "")
