"""HTML that was drawn of the same runs in a build before."""

from collections.abc import Callable

from proof.checking.result import Result
from proof.rendering.markup import Html
from proof.site.build import current


def drawn(sources: tuple[object, ...], draw: Callable[[], Html]) -> Html:
    """What was drawn from the same sources before, or else is drawn now.

    Args:
        sources: All that it is drawn from, besides the tooling; its first one says
            what kind of thing it is. See `Derived.kept`.
        draw: Draws it.
    """
    return Html(current().kept(sources, lambda: draw().encode()).decode())


def made_from(result: Result | None) -> tuple[object, ...]:
    """What decides how a result is drawn: the file, with its claims, and the run."""
    if result is None:
        return ()
    return result.snippet.path, result.snippet.content, result.run
