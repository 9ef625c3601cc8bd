"""The packages of the tooling, each in the words of its own docstring."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_RECORDER = _PACKAGE / "recorder" / "sitecustomize.py"


def packages() -> str:
    """List the packages of `proof`: each imports only from rows with lower numbers.

    The rows are those of the contract in `pyproject.toml` that `lint-imports` checks.

    Returns:
        A Markdown table for a block without `html="on"`.
    """
    rows = list(layers(_PACKAGE.parents[1] / "pyproject.toml"))
    lines = [
        f"| {len(rows) - index} | `{name}` | {_about(name)} |"
        for index, names in enumerate(rows)
        for name in names
    ]
    recorder = f"| apart | `recorder` | {_first_line(_RECORDER)} |"
    head = ["| Row | Package | What it is |", "| --- | --- | --- |"]
    return "\n".join([*head, *lines, recorder])


def layers(configuration: Path) -> Iterator[list[str]]:
    """The names in each row of the contract about imports, from top to bottom.

    Args:
        configuration: Path of `pyproject.toml`.
    """
    linter = tomllib.loads(configuration.read_text("utf-8"))["tool"]["importlinter"]
    (contract,) = (one for one in linter["contracts"] if one["type"] == "layers")
    for layer in contract["layers"]:
        yield [name.strip() for name in layer.split("|")]


def _about(name: str) -> str:
    package = _PACKAGE / name / "__init__.py"
    return _first_line(package if package.is_file() else _PACKAGE / f"{name}.py")


def _first_line(file: Path) -> str:
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8")))
    return docstring.splitlines()[0] if docstring else ""
