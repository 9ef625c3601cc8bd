"""Snippets use nothing but the pinned set, and say what they use."""

from collections.abc import Callable
from dataclasses import replace
from importlib import metadata

import pytest
from tests.pythons import this_python

from proof.errors import ProofError
from proof.project import Project
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _pin(project: Project, *lines: str) -> None:
    project.requirements.write_text("\n".join(lines) + "\n")


def _problems(project: Project, snippet: Snippet) -> list[ProofError]:
    return list(dependencies.problems(project, snippet, this_python()))


@pytest.mark.parametrize(
    ("pin", "dependency"),
    [
        ("click==8.1.0", "click"),
        ("click==8.1.0", "Click>=8"),
        ("click==8.2.0rc1", "click>=8"),
        ("markdown-exec==1.12.0", "markdown_exec"),
        ("click==7.0; python_version < '3'\nclick==8.1.0", "click~=8.0"),
    ],
)
def test_a_dependency_that_is_pinned_and_installed_is_fine(
    project: Project, add: Add, pin: str, dependency: str
) -> None:
    _pin(project, pin)
    snippet = add("a/one.py", metadata=f'dependencies = ["{dependency}"]')
    assert _problems(project, snippet) == []


@pytest.mark.parametrize(
    ("pin", "dependency", "message"),
    [
        pytest.param(
            "click==8.1.0",
            "aiohttp>=3",
            "it needs 'aiohttp', which requirements-snippets.txt does not pin",
            id="not-pinned",
        ),
        pytest.param(
            "click==8.1.0",
            "click<8",
            "it needs 'click<8', but requirements-snippets.txt pins 8.1.0",
            id="pinned-otherwise",
        ),
        pytest.param(
            "nowhere-to-be-found==1.0",
            "nowhere-to-be-found",
            "which is not installed for ",
            id="not-installed",
        ),
    ],
)
def test_a_wrong_dependency_is_reported_with_its_line(
    project: Project, add: Add, pin: str, dependency: str, message: str
) -> None:
    _pin(project, pin)
    named = f'requires-python = ">=3.11"\ndependencies = [\n    "{dependency}",\n]'
    (problem,) = _problems(project, add("a/one.py", metadata=named))
    assert message in problem.message
    assert (problem.path, problem.line) == ("snippets/a/one.py", 4)


def test_lines_are_counted_as_python_does(project: Project, add: Add) -> None:
    named = '# a\u2028b\ndependencies = ["aiohttp"]'
    (problem,) = _problems(project, add("a/one.py", metadata=named))
    assert problem.line == 3


def test_every_wrong_dependency_is_reported(project: Project, add: Add) -> None:
    snippet = add("a/one.py", metadata='dependencies = ["aiohttp", "click", "httpx"]')
    assert [p.message.split("'")[1] for p in _problems(project, snippet)] == [
        "aiohttp",
        "httpx",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "import click",
        "import os, click.testing",
        "from click.testing import CliRunner",
        "def main():\n    import click",
    ],
)
def test_an_import_that_no_dependency_names_is_reported(
    project: Project, add: Add, code: str
) -> None:
    (problem,) = _problems(project, add("a/one.py", code))
    assert "imports 'click' but does not name it" in problem.message
    assert '`# dependencies = ["click"]`' in problem.message
    assert problem.line == 3 + code.count("\n")


def test_an_import_can_have_another_name_than_its_package(
    project: Project, add: Add
) -> None:
    _pin(project, "pyyaml==6.0.3")
    (problem,) = _problems(project, add("a/one.py", "import yaml"))
    assert '`# dependencies = ["pyyaml"]`' in problem.message
    named = add("a/two.py", "import yaml", metadata='dependencies = ["PyYAML"]')
    assert _problems(project, named) == []


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import asyncio, os.path", id="standard-modules"),
        pytest.param("import there_is_no_such_module", id="perhaps-its-point"),
        pytest.param("from . import sibling", id="relative-perhaps-its-point"),
        pytest.param("import = 1", id="a-syntax-error"),
        pytest.param("click = 'import click'", id="no-import"),
    ],
)
def test_nothing_is_said_of(project: Project, add: Add, code: str) -> None:
    assert _problems(project, add("a/one.py", code)) == []


@pytest.mark.parametrize("code", ["import two", "from two import x"])
def test_a_snippet_does_not_import_another(
    project: Project, add: Add, code: str
) -> None:
    add("a/two.py")
    (problem,) = _problems(project, add("a/one.py", code))
    assert "imports the snippet 'two'" in problem.message
    assert problem.line == 3


def test_snippets_of_other_folders_are_no_modules(project: Project, add: Add) -> None:
    add("b/two.py")
    assert _problems(project, add("a/one.py", "import two")) == []


def test_a_name_that_shadows_an_installed_module_is_reported(
    project: Project, add: Add
) -> None:
    (problem,) = _problems(project, add("a/click.py"))
    assert "its name shadows the installed module 'click'" in problem.message
    assert problem.path == "snippets/a/click.py"


@pytest.mark.parametrize(
    ("pins", "named", "lacks"),
    [
        ("click==8.1.0 ; python_version < '3'", "click", "click"),
        ("click==7.0\nclick==8.1.0 ; python_version < '3'", "Click>=8", "Click"),
        ("click==7.0 ; python_version < '3'\nclick==8.1.0", "click", None),
        ("click==8.1.0", "click", None),
    ],
)
def test_a_pin_for_other_pythons_is_no_build_and_no_error(
    project: Project, add: Add, pins: str, named: str, lacks: str | None
) -> None:
    _pin(project, pins)
    snippet = add("a/one.py", metadata=f'dependencies = ["{named}"]')
    assert _problems(project, snippet) == []
    assert dependencies.without_build(project, snippet, this_python()) == lacks


def test_a_dependency_for_other_pythons_is_neither(project: Project, add: Add) -> None:
    named = "dependencies = ['nowhere-to-be-found; python_version < \"3\"']"
    snippet = add("a/one.py", metadata=named)
    assert _problems(project, snippet) == []
    assert dependencies.without_build(project, snippet, this_python()) is None


def test_a_wrong_pin_is_an_error_and_no_lack_of_a_build(
    project: Project, add: Add
) -> None:
    _pin(project, "click==7.0 ; python_version < '3'")
    snippet = add("a/one.py", metadata='dependencies = ["click>=8"]')
    assert len(_problems(project, snippet)) == 1
    assert dependencies.without_build(project, snippet, this_python()) is None


@pytest.mark.parametrize(
    ("named", "noted"),
    [
        pytest.param("nowhere-to-be-found", "nowhere-to-be-found", id="itself"),
        pytest.param("rich", "markdown-it-py", id="what-it-depends-on"),
    ],
)
def test_what_could_not_be_installed_is_known_and_no_error(
    project: Project, add: Add, named: str, noted: str
) -> None:
    _pin(project, "nowhere-to-be-found==1.0", "rich==15.0.0")
    snippet = add("a/one.py", metadata=f'dependencies = ["{named}"]')
    python = replace(this_python(), lacking=frozenset({"other", noted}))
    assert list(dependencies.problems(project, snippet, python)) == []
    assert dependencies.not_installed(snippet, python) == noted
    assert dependencies.not_installed(add("a/two.py"), python) is None


def test_versions_are_those_of_everything_underneath(
    parse: Callable[..., Snippet],
) -> None:
    found = dependencies.versions(
        parse(metadata='dependencies = ["Rich"]'), this_python()
    )
    assert found["rich"] == metadata.version("rich")
    assert {"markdown-it-py", "mdurl", "pygments"} <= found.keys()
    assert list(found) == sorted(found)


def test_what_does_not_apply_or_is_not_installed_has_no_version(
    parse: Callable[..., Snippet],
) -> None:
    named = "dependencies = ['click; python_version < \"3\"', 'nowhere-to-be-found']"
    assert dependencies.versions(parse(metadata=named), this_python()) == {}


def test_without_dependencies_no_version_matters(parse: Callable[..., Snippet]) -> None:
    assert dependencies.versions(parse(), this_python()) == {}
