"""The fonts that the browser has: the same on every machine, and some that differ.

Debian's Chromium comes with DejaVu and nothing else, so these are what there is.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Page

Fonts = Literal["sans", "serif", "mono"]

PAGE_FONTS: Final[tuple[Fonts, ...]] = ("sans", "serif")
"""What a page may be set in; all letters differ in width."""
ANY_FONTS: Final[tuple[Fonts, ...]] = ("sans", "serif", "mono")
"""The last one is a fifth wider, for what must hold in any font."""

_FACES: Final = {
    "sans": '"DejaVu Sans", sans-serif',
    "serif": '"DejaVu Serif", serif',
    "mono": '"DejaVu Sans Mono", monospace',
}
_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")
_FILES: Final = frozenset(
    f"DejaVu{face}{weight}.ttf"
    for face in ("Sans", "SansMono", "Serif")
    for weight in ("", "-Bold")
)
_CONFIGURATION: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/files</dir>
  <cachedir>{folder}/cache</cachedir>
  <!-- As Debian has it; full hinting would round the width of each letter. -->
  <match target="pattern">
    <edit name="hintstyle" mode="append"><const>hintslight</const></edit>
  </match>
</fontconfig>
"""
_SET_IN: Final = """
face => {
  document.getElementById("test-fonts")?.remove();
  const style = document.createElement("style");
  style.id = "test-fonts";
  style.textContent = `:root { --proof-sans: ${face} !important }`;
  document.head.append(style);
}
"""


def pinned(folder: Path) -> Mapping[str, str]:
    """The environment of a browser that sees DejaVu alone, where there is DejaVu.

    Args:
        folder: An empty folder for the configuration.
    """
    roots = (Path(name).expanduser() for name in _FOLDERS)
    found = {f.name: f for root in roots for f in root.rglob("DejaVu*.ttf")}
    if not found.keys() >= _FILES:
        return os.environ
    (folder / "files").mkdir()
    for name in _FILES:
        (folder / "files" / name).symlink_to(found[name])
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder))
    return {**os.environ, "FONTCONFIG_FILE": str(configuration)}


def set_in(page: Page, fonts: Fonts) -> None:
    """Set everything in a page that is not code in other fonts."""
    page.evaluate(_SET_IN, _FACES[fonts])
