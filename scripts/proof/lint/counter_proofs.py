"""Programs that teach, and say of no change that it would break them."""

from collections.abc import Iterable

from proof.lint.pages import Page
from proof.lint.references import TEACHING
from proof.snippets.exercises import exercise_of
from proof.snippets.snippet import Snippet

# What these show is about the tooling, and much of it fails on purpose.
_EXEMPT = "about/"


def unbroken(pages: Iterable[Page], snippets: Iterable[Snippet]) -> tuple[str, ...]:
    """The names of the snippets that lack a counter-proof, in order.

    Those count that pages show in order to teach: no exercise, which breaks its claims
    as it is, and no solution of one.

    Args:
        pages: All pages of the site.
        snippets: The snippets to look at.
    """
    shown = {
        reference.snippet
        for page in pages
        if not page.source.startswith(_EXEMPT)
        for reference in page.references
        if reference.call in TEACHING
    }
    return tuple(
        sorted(
            one.name
            for one in snippets
            if one.name in shown and not (one.breaks or _is_of_an_exercise(one))
        )
    )


def _is_of_an_exercise(snippet: Snippet) -> bool:
    return snippet.metadata.xfail or bool(exercise_of(snippet.name))
