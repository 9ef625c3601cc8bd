"""The list of packages on the page about the layout of the tooling."""

import importlib
import pkgutil
from pathlib import Path

import proof
from proof.site.layout import layers, packages

_PYPROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def _rows() -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in packages().splitlines()[2:]]


def test_every_package_is_listed_with_its_docstring() -> None:
    listed = {name.strip("`"): about for _, name, about in _rows()}
    modules = {m.name for m in pkgutil.iter_modules(proof.__path__)} - {"__main__"}
    assert listed.keys() == modules | {"recorder"}
    for name in modules:
        docstring = importlib.import_module(f"proof.{name}").__doc__ or ""
        assert listed[name] == docstring.splitlines()[0]


def test_the_rows_are_those_of_the_contract() -> None:
    expected = list(layers(_PYPROJECT))
    names: list[list[str]] = [[] for _ in expected]
    *rows, (apart, recorder, _) = _rows()
    for number, name, _ in rows:
        names[len(expected) - int(number)].append(name.strip("`"))
    assert names == expected
    assert (apart, recorder) == ("apart", "`recorder`")
