"""The one edit made to what was printed: paths of this machine get neutral names."""

import os
import re
from collections.abc import Mapping
from pathlib import Path


class MachinePaths:
    """Replaces the paths of this machine, longest first.

    | what is replaced               | by                              |
    |--------------------------------|---------------------------------|
    | working directory of the run   | `<cwd>`                         |
    | its folder for temporary files | `<tmp>`                         |
    | its home folder                | `<home>`                        |
    | `site-packages`                | `<packages>`                    |
    | the standard library           | `<python>`                      |
    | the interpreter's prefix       | `<prefix>`                      |
    | the checkout                   | nothing: paths become relative  |
    """

    def __init__(self, names: Mapping[Path, str]) -> None:
        """Take the absolute paths to replace, each with its neutral name."""
        self._names = {
            spelling: name
            for path, name in names.items()
            for spelling in (str(path), os.path.realpath(path))
        }
        longest_first = sorted(self._names, key=len, reverse=True)
        paths = "|".join(map(re.escape, longest_first))
        # Neither the end of a longer path or address (but it may follow an escaped
        # line end) nor the beginning of a longer name. A separator after it belongs
        # to it.
        before = r"(?:(?<![\w.])|(?<=\\[nrt]))"
        after = rf"(?![\w-]|\.\w)({re.escape(os.sep)}?)"
        self._pattern = re.compile(f"{before}({paths}){after}")

    def replace(self, text: str) -> str:
        """Text with neutral names in place of this machine's paths."""
        return self._pattern.sub(self._named, text)

    def _named(self, found: "re.Match[str]") -> str:
        path, separator = found.groups()
        if name := self._names[path]:
            return f"{name}{separator}"
        return "" if separator else "."
