"""Lets names in tables break where a reader would: an extension of Python-Markdown.

On a phone a column is narrower than many a name, which would else break anywhere.
"""

import re
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

# When all tables are in their places.
_PRIORITY: Final = 4
# Other tables, which have a class, see to this themselves.
_TABLE: Final = re.compile(r"<table>.*?</table>", re.DOTALL)
_CODE: Final = re.compile(r"(?<=<code>)[^<]+(?=</code>)")
_JOINT: Final = re.compile(r"(?<=[^\W_][./_(=,])(?=[^\W_])|(?<=[a-z])(?=[A-Z])")


class TableNames(Extension):
    """Puts places to break into names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        md.postprocessors.register(_Breaker(md), "proof-table-names", _PRIORITY)


class _Breaker(Postprocessor):
    def run(self, text: str) -> str:
        """Change the HTML of a page."""
        return with_breakable_names(text) if "<table>" in text else text


def with_breakable_names(html: str) -> str:
    """A page whose tables have names that may break where their words meet.

    Args:
        html: The page.
    """
    return _TABLE.sub(lambda table: _CODE.sub(_breakable, table[0]), html)


def _breakable(code: re.Match[str]) -> str:
    return _JOINT.sub("<wbr>", code[0])


def makeExtension(**options: object) -> TableNames:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return TableNames(**options)
