"""What only pages of a server have: they keep the place, and mark what changed."""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def with_marks(html: str) -> str:
    """A page with what marks its changed figures after a save.

    Args:
        html: The page as it is built.
    """
    script, style = (
        (_FOLDER / name).read_text("utf-8") for name in ("page.js", "page.css")
    )
    before, end, after = html.rpartition("</body>")
    added = f"<style>\n{style}</style>\n<script>\n{script}</script>\n"
    return f"{before}{added}{end}{after}" if end else html
