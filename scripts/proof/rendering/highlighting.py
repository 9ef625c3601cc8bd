"""Code as HTML: only what has a colour of its own gets an element of its own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from pygments import highlight
from pygments.filter import Filter
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Literal, Operator, Text, _TokenType

from proof.rendering.markup import Html, visible

# Of docs/assets/theme.css; all else is ink.
_COLOURED: Final[tuple[Any, ...]] = (Keyword, Operator.Word, Literal, Comment)


class _Coloured(Filter):
    """Makes plain text of all that has no colour.

    Names and punctuation are more than half of all tokens, each with its element.
    """

    def filter(
        self,
        lexer: Lexer | None,  # noqa: ARG002 (as in Filter)
        stream: Iterable[tuple[_TokenType, str]],
    ) -> Iterator[tuple[_TokenType, str]]:
        """Pass on each token, most of them as text."""
        for kind, value in stream:
            yield (kind if any(kind in one for one in _COLOURED) else Text), value


_FORMATTER = HtmlFormatter(nowrap=True)


def highlighted(lines: Sequence[str]) -> list[Html]:
    """Lines of Python as HTML, each by itself.

    Args:
        lines: The lines; what cannot be seen in them is shown as its escape.
    """
    code = "\n".join(visible(line) for line in lines)
    # Pygments escapes what it highlights.
    text = str(highlight(code, _lexer(), _FORMATTER)).removesuffix("\n")
    return [Html(line) for line in text.split("\n")]


@cache
def _lexer() -> PythonLexer:
    # Made when something is highlighted: that takes as long as a hundred lines do.
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    lexer.add_filter(_Coloured())
    return lexer
