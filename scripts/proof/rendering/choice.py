"""A choice between versions of Python that behave differently; it needs no script."""

from collections.abc import Iterator, Sequence

from proof.checking.behaviour import differing
from proof.checking.result import Result
from proof.rendering.markup import Html, identifier_of
from proof.rendering.provenance import provenance
from proof.rendering.run_view import run_view
from proof.runs.versions import spanned


def choice(groups: Sequence[Sequence[Result]], not_on: Sequence[str] = ()) -> Html:
    """What came of a snippet on each version, of which one at a time is shown.

    Args:
        groups: Results that behave the same; the first of each is shown for all of it.
        not_on: Versions that this machine lacks, or that were not run yet.
    """
    identifier = identifier_of(groups[0][0].snippet.name)
    return Html(
        '<div class="proof-versions" role="group" aria-label="Versions of Python">\n'
        '<span class="proof-versions-lead">Not the same on every Python:</span>\n'
        "{}{}</div>\n"
    ).format(
        Html().join(_buttons(groups, identifier)),
        Html().join(_panels(groups, identifier, not_on)),
    )


def _buttons(groups: Sequence[Sequence[Result]], identifier: str) -> Iterator[Html]:
    button = Html(
        '<input type="radio" name="{}-version" id="{}-choice-{number}"{}>'
        '<label for="{}-choice-{number}">{}</label>\n'
    )
    for number, group in enumerate(groups, 1):
        checked = Html(" checked") if number == 1 else ""
        versions = spanned([result.run.version for result in group])
        yield button.format(
            identifier, identifier, checked, identifier, versions, number=number
        )


def _panels(
    groups: Sequence[Sequence[Result]], identifier: str, not_on: Sequence[str]
) -> Iterator[Html]:
    panel = Html('<div class="proof-version" data-choice="{}">\n{}{}</div>\n')
    for number, group in enumerate(groups, 1):
        shown, other = group[0], groups[1 if number == 1 else 0][0]
        own = identifier if number == 1 else f"{identifier}-{number}"
        yield panel.format(
            number,
            run_view(shown.snippet, shown.run, own, differing(shown, other)),
            provenance(
                shown,
                [one.run.version for one in group[1:]],
                not_on,
                element="div",
            ),
        )
