"""Snippets use nothing but the pinned set, and say what they use."""

from collections.abc import Callable
from importlib import metadata

import pytest
from packaging.version import Version

from proof.errors import ProofError
from proof.project import Project
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _pin(project: Project, *lines: str) -> None:
    project.requirements.write_text("\n".join(lines) + "\n")


def _problems(project: Project, snippet: Snippet) -> list[ProofError]:
    return list(dependencies.problems(project, snippet))


def test_pins_are_read_whatever_stands_around_them(project: Project) -> None:
    _pin(
        project,
        "# how to compile this",
        "aiohttp==3.14.0 \\",
        "    --hash=sha256:00",
        "    # via something==1.0",
        "PyYAML==6.0.3",
        "uvicorn[standard]==0.40.0; python_version >= '3.9'",
        "numpy==1.26.0 ; python_version < '3.12'",
        "numpy==2.1.0 ; python_version >= '3.12'",
        "loose>=3",
        "-e .",
    )
    assert dependencies.pinned(project) == {
        "aiohttp": [Version("3.14.0")],
        "pyyaml": [Version("6.0.3")],
        "uvicorn": [Version("0.40.0")],
        "numpy": [Version("1.26.0"), Version("2.1.0")],
    }


@pytest.mark.parametrize(
    ("pin", "need"),
    [
        ("click==8.1.0", "click"),
        ("click==8.1.0", "Click>=8"),
        ("click==8.2.0rc1", "click>=8"),
        ("markdown-exec==1.12.0", "markdown_exec"),
        ("click==7.0; python_version < '3'\nclick==8.1.0", "click~=8.0"),
    ],
)
def test_a_need_that_is_pinned_and_installed_is_met(
    project: Project, add: Add, pin: str, need: str
) -> None:
    _pin(project, pin)
    snippet = add("a/one.py", metadata=f'dependencies = ["{need}"]')
    assert _problems(project, snippet) == []


@pytest.mark.parametrize(
    ("pin", "need", "message"),
    [
        pytest.param(
            "click==8.1.0",
            "aiohttp>=3",
            "it needs 'aiohttp', which requirements.txt does not pin",
            id="not-pinned",
        ),
        pytest.param(
            "click==8.1.0",
            "click<8",
            "it needs 'click<8', but requirements.txt pins 8.1.0",
            id="pinned-otherwise",
        ),
        pytest.param(
            "nowhere-to-be-found==1.0",
            "nowhere-to-be-found",
            "which is not installed; run scripts/serve",
            id="not-installed",
        ),
    ],
)
def test_a_need_that_is_not_met_is_told_with_its_line(
    project: Project, add: Add, pin: str, need: str, message: str
) -> None:
    _pin(project, pin)
    needs = f'requires-python = ">=3.11"\ndependencies = [\n    "{need}",\n]'
    (problem,) = _problems(project, add("a/one.py", metadata=needs))
    assert message in problem.message
    assert (problem.path, problem.line) == ("snippets/a/one.py", 4)


def test_every_need_that_is_not_met_is_told(project: Project, add: Add) -> None:
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
def test_an_import_that_no_need_names_is_told(
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


def test_a_name_that_hides_an_installed_module_is_told(
    project: Project, add: Add
) -> None:
    (problem,) = _problems(project, add("a/click.py"))
    assert "its name hides the installed module 'click'" in problem.message
    assert problem.path == "snippets/a/click.py"


def test_versions_are_those_of_everything_underneath(
    parse: Callable[..., Snippet],
) -> None:
    found = dependencies.versions(parse(metadata='dependencies = ["Rich"]'))
    assert found["rich"] == metadata.version("rich")
    assert {"markdown-it-py", "mdurl", "pygments"} <= found.keys()
    assert list(found) == sorted(found)


def test_what_does_not_apply_or_is_not_installed_has_no_version(
    parse: Callable[..., Snippet],
) -> None:
    needs = "dependencies = ['click; python_version < \"3\"', 'nowhere-to-be-found']"
    assert dependencies.versions(parse(metadata=needs)) == {}


def test_without_needs_no_version_matters(parse: Callable[..., Snippet]) -> None:
    assert dependencies.versions(parse()) == {}
