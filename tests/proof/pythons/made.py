"""Executables that stand in for Pythons, and what they say of themselves."""

import json
from dataclasses import replace
from pathlib import Path

from proof.pythons.probing import Facts


class Machine:
    """Fake Pythons in a folder of the PATH, and how often each was asked."""

    def __init__(self, folder: Path, like: Facts) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._like = like
        folder.mkdir()

    def add(self, path: str, version: str, implementation: str = "CPython") -> Path:
        """Put an executable there that calls itself so."""
        content = json.dumps({"name": f"{implementation} {version}"})
        return self.write(path, f"\x7fELF{content}")

    def write(self, path: str, content: str) -> Path:
        """Put an executable of any content there."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
        file.chmod(0o755)
        return file

    def probe(self, executable: Path) -> Facts | None:
        """Stand in for `proof.pythons.probing.probe`."""
        if self.folder not in executable.parents:
            # What the machine really has must not matter.
            return None
        self.asked.append(executable.relative_to(self.folder).as_posix())
        content = executable.read_text()
        if not content.startswith("\x7fELF"):
            return None
        name = str(json.loads(content.removeprefix("\x7fELF"))["name"])
        implementation = name.split(maxsplit=1)[0].lower()
        return replace(
            self._like,
            executable=str(executable),
            base=str(executable),
            name=name,
            build=f"{name} (fake)",
            free_threaded=name.endswith("t"),
            markers={**self._like.markers, "implementation_name": implementation},
        )
