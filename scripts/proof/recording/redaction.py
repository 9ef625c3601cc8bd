"""The one edit made to what was printed: paths of this machine get neutral names."""

import os
import re
import sys
import sysconfig
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Self

from proof.project import Project

# Where a system's own Python is: no path that tells machines apart.
_ON_EVERY_MACHINE = ("/", "/usr", "/usr/local")


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
        spelled = {
            spelling: name
            for path, name in names.items()
            for spelling in {str(path), os.path.realpath(path)}
        }
        longest_first = sorted(spelled.items(), key=lambda item: -len(item[0]))
        self._names = [(_pattern(path), name) for path, name in longest_first]

    @classmethod
    def of_execution(
        cls, project: Project, working: Path, temporary: Path, home: Path
    ) -> Self:
        """The paths that an execution in the given folders could print."""
        paths = sysconfig.get_paths()
        names = {
            working: "<cwd>",
            temporary: "<tmp>",
            home: "<home>",
            Path(paths["purelib"]): "<packages>",
            Path(paths["platlib"]): "<packages>",
            Path(paths["stdlib"]): "<python>",
            project.root: "",
        }
        if sys.base_prefix not in _ON_EVERY_MACHINE:
            names[Path(sys.base_prefix)] = "<prefix>"
        return cls(names)

    def replace(self, text: str) -> str:
        """Text with neutral names in place of this machine's paths."""
        for path, name in self._names:
            text = path.sub(partial(_named, name), text)
        return text


def _pattern(path: str) -> "re.Pattern[str]":
    """The path, but not the beginning of a longer name, and a separator after it."""
    return re.compile(rf"{re.escape(path)}(?![\w-])({re.escape(os.sep)}?)")


def _named(name: str, found: "re.Match[str]") -> str:
    if name:
        return name + found[1]
    return "" if found[1] else "."
