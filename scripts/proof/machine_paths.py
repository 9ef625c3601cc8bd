"""The one edit made to what was printed: paths of this machine get neutral names."""

import os
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from proof.project import Project


class MachinePaths:
    """Replaces the paths of this machine, longest first.

    | what is replaced               | by                              |
    |--------------------------------|---------------------------------|
    | working directory of the run   | `<cwd>`                         |
    | its folder for temporary files | `<tmp>`                         |
    | its home folder                | `<home>`                        |
    | `site-packages`                | `<packages>`                    |
    | the standard library           | `<python>`                      |
    | the checkout                   | nothing: paths become relative  |
    """

    def __init__(self, names: Mapping[Path, str]) -> None:
        """Take the absolute paths to replace, each with its neutral name."""
        spelled = {
            spelling: name
            for path, name in names.items()
            for spelling in {str(path), os.path.realpath(path)}
        }
        self._names = sorted(spelled.items(), key=lambda item: -len(item[0]))

    @classmethod
    def of_execution(
        cls, project: Project, working: Path, temporary: Path, home: Path
    ) -> Self:
        """The paths that an execution in the given folders could print."""
        paths = sysconfig.get_paths()
        return cls(
            {
                working: "<cwd>",
                temporary: "<tmp>",
                home: "<home>",
                Path(paths["purelib"]): "<packages>",
                Path(paths["platlib"]): "<packages>",
                Path(paths["stdlib"]): "<python>",
                Path(sys.base_prefix): "<prefix>",
                project.root: "",
            }
        )

    def replace(self, text: str) -> str:
        """Text with neutral names in place of this machine's paths."""
        for path, name in self._names:
            if path in text:
                if not name:
                    text = text.replace(f"{path}{os.sep}", "")
                text = text.replace(path, name or ".")
        return text
