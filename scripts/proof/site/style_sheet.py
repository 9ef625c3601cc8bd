"""Makes one style sheet of all: every first view would wait for each of them."""

import re
from collections.abc import Sequence
from typing import Final

ADDRESS: Final = "assets/site.css"
"""Where it is below the site's root."""
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def combined(sheets: Sequence[str]) -> str:
    """Some style sheets as one, in their order, without comments.

    Args:
        sheets: Their texts, none of which names other files.
    """
    return "".join(_COMMENT.sub("", sheet) for sheet in sheets)
