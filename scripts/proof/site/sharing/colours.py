"""The site's own colours, for pictures that no style sheet reaches."""

import re
from functools import cache
from pathlib import Path
from typing import Final

_PALETTE: Final = Path(__file__).resolve().parents[4] / "docs/assets/palette.css"
_COLOUR: Final = re.compile(r"--proof-(\w+): light-dark\((#\w+),")


@cache
def colours() -> dict[str, str]:
    """Those of the light scheme, by name, such as `ink` or `running`."""
    return dict(_COLOUR.findall(_PALETTE.read_text("utf-8")))
