"""A diff as HTML."""

from collections.abc import Iterable

from proof.rendering.markup import Html

_KINDS = {"-": "minus", "+": "plus", "@": "hunk", " ": "same"}


def diff_block(lines: Iterable[str]) -> Html:
    """The lines of a diff, each marked by what it begins with."""
    marked = Html('<span class="proof-diff-{}">{}\n</span>')
    return Html('<pre class="proof-diff"><code>{}</code></pre>').format(
        Html().join(marked.format(_KINDS.get(line[:1], "same"), line) for line in lines)
    )
