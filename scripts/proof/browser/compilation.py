"""Compiled modules in the zip files that an interpreter of a browser imports from.

Compiling what it imports at its start takes half of the time of starting it.
"""

import marshal
import sys
import zipfile
from importlib import import_module
from importlib.util import MAGIC_NUMBER, source_hash
from types import ModuleType
from typing import Final
from zipimport import zipimporter

# A hash of the source stands in it, and is not compared with the source (PEP 552).
_UNCHECKED: Final = (1).to_bytes(4, "little")
# What a warning about a forgotten `await`, a log record or an executor brings in, and
# what programs about asyncio like to use.
_LATER: Final = (
    "concurrent.futures.thread",
    "contextlib",
    "dataclasses",
    "decimal",
    "inspect",
    "json",
    "logging",
    "queue",
    "random",
    "statistics",
    "tracemalloc",
    "typing",
    "uuid",
)


def import_what_comes_later() -> None:
    """Import what programs import as they go.

    Compiled at that moment, a module would seem to hold the loop of the program.
    """
    for name in _LATER:
        import_module(name)


def add_compiled(archive: str) -> None:
    """Put each module that was imported from a zip file into it, compiled.

    The source stays beside it, for tracebacks.

    Args:
        archive: The path of the zip file.
    """
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as file:
        for module in list(sys.modules.values()):
            loader = _loader_of(module)
            if loader is not None and loader.archive == archive:
                path = loader.get_filename(module.__name__)
                name = path.removeprefix(f"{archive}/")
                if name.endswith(".py"):
                    content = _compiled(path, file.read(name))
                    file.writestr(f"{name}c", content)


def _loader_of(module: ModuleType) -> zipimporter | None:
    # What JavaScript has registered has no specification.
    loader = getattr(getattr(module, "__spec__", None), "loader", None)
    return loader if isinstance(loader, zipimporter) else None


def _compiled(path: str, source: bytes) -> bytes:
    code = compile(source, path, "exec", dont_inherit=True)
    return MAGIC_NUMBER + _UNCHECKED + source_hash(source) + marshal.dumps(code)
