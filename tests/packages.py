"""Packages that are made on the spot, in place of an index."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

WHEEL: Final = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n"
METADATA: Final = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"


class Packages:
    """A folder of wheels from which pip and uv install."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    @property
    def variables(self) -> dict[str, str]:
        """Lets pip and uv look there and nowhere else."""
        return {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.folder),
            "UV_OFFLINE": "1",
            "UV_FIND_LINKS": str(self.folder),
        }

    def add(
        self,
        name: str,
        files: Mapping[str, str | bytes],
        tag: str = "py3-none-any",
        version: str = "1",
    ) -> str:
        """Make a package, and return the line that pins it."""
        path = self.folder / f"{name}-{version}-{tag}.whl"
        about = {"WHEEL": WHEEL, "METADATA": METADATA, "RECORD": ""}
        with zipfile.ZipFile(path, "w") as wheel:
            for file, content in files.items():
                entry = zipfile.ZipInfo(file)
                entry.external_attr = 0o100755 << 16
                wheel.writestr(entry, content)
            for file, text in about.items():
                wheel.writestr(
                    f"{name}-{version}.dist-info/{file}",
                    text.format(name=name, version=version, tag=tag),
                )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return f"{name}=={version} --hash=sha256:{digest}\n"

    def add_command(self, name: str) -> str:
        """Make a package that is nothing but a command."""
        return self.add(name, {f"{name}-1.data/scripts/{name}": "#!/bin/sh\n"})
