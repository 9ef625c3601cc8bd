"""How a run differs from its claims, as a box in a figure."""

from collections.abc import Sequence

from proof.checking.differences import Difference
from proof.checking.messages import accepting_command, difference_sentence, next_command
from proof.checking.result import Result
from proof.rendering.diff_block import diff_block
from proof.rendering.markup import Html, identifier_of


def differences_box(result: Result) -> Html:
    """What differs and what to do about it; without alarm where that is expected."""
    if result.passed:
        return Html(
            '<div class="proof-expected"><p>Fails on purpose. This is what is reported:'
            "</p>{}</div>\n"
        ).format(difference_list(result, result.expected))
    return Html(
        '<div class="proof-differences" role="alert">{}'
        "<p>Run next: <code>{}</code></p>{}</div>\n"
    ).format(
        difference_list(result, result.differences),
        next_command(result),
        _accepting(result),
    )


def difference_list(result: Result, differences: Sequence[Difference]) -> Html:
    """What differs, each with its diff, as HTML."""
    one = Html("<p>{}</p>{}")
    name = identifier_of(result.snippet.name)
    version = result.run.version.replace(".", "-")
    return Html().join(
        one.format(
            difference_sentence(result, difference),
            _diff(difference.diff, f"{name}-differs-{version}-{number}"),
        )
        for number, difference in enumerate(differences, 1)
    )


def _accepting(result: Result) -> Html:
    command = accepting_command(result)
    if not command:
        return Html()
    right = Html("<p>If what it does now is right: <code>{}</code></p>")
    return right.format(command)


def _diff(lines: Sequence[str], identifier: str) -> Html:
    if not lines:
        return Html()
    # The theme makes the id of a `pre` of the next one around.
    return Html('<div id="{}">{}</div>').format(identifier, diff_block(lines))
