"""Paths of this machine get neutral names in what was printed, and nothing else."""

import asyncio
import sys
import sysconfig
from pathlib import Path

import packaging
import pytest
from tests.pythons import this_python

from proof.execution.sandbox import Sandbox
from proof.project import Project
from proof.recording.redaction import MachinePaths

_NAMES = MachinePaths(
    {
        Path("/work/site"): "",
        Path("/work/site/.venv/lib/site-packages"): "<packages>",
        Path("/tmp/proof-x"): "<home>",
        Path("/tmp/proof-x/work"): "<cwd>",
    }
)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("/tmp/proof-x/work/a.txt", "<cwd>/a.txt"),
        ("/tmp/proof-x/a.txt", "<home>/a.txt"),
        ("/tmp/proof-x", "<home>"),
        ('File "/work/site/snippets/a.py", line 1', 'File "snippets/a.py", line 1'),
        ("in /work/site", "in ."),
        ("in /work/site.", "in .."),
        ("/work/site/.venv/lib/site-packages/x.py", "<packages>/x.py"),
        ("/work/site/.venv/bin/python", ".venv/bin/python"),
        ("/work/site/a:/tmp/proof-x/b", "a:<home>/b"),
        pytest.param("/work/sites/a", "/work/sites/a", id="a-longer-name-is-another"),
        pytest.param("/tmp/proof-xy", "/tmp/proof-xy", id="a-longer-name-of-ours"),
        pytest.param("/work/site-old/a", "/work/site-old/a", id="a-name-with-a-dash"),
        pytest.param("/work/site.bak/x", "/work/site.bak/x", id="a-name-with-a-dot"),
        pytest.param("/tmp/proof-x/work.txt", "<home>/work.txt", id="beside-the-cwd"),
        pytest.param(
            "http://127.0.0.1:80/work/site/a",
            "http://127.0.0.1:80/work/site/a",
            id="of-an-address",
        ),
        pytest.param("../work/site/a", "../work/site/a", id="of-a-relative-path"),
        pytest.param("file:///work/site/a", "file://a", id="of-a-file-address"),
        pytest.param(r"'\n/tmp/proof-x/a'", r"'\n<home>/a'", id="after-an-escape"),
        pytest.param("/etc/passwd", "/etc/passwd", id="of-every-machine"),
    ],
)
def test_the_longest_path_is_replaced_first(printed: str, shown: str) -> None:
    assert _NAMES.replace(printed) == shown


def test_a_path_behind_a_link_is_replaced_in_both_spellings(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)
    names = MachinePaths({link: "<cwd>"})
    assert names.replace(f"{link}/a {real.resolve()}/b") == "<cwd>/a <cwd>/b"


def test_an_execution_can_print_all_of_these(project: Project, tmp_path: Path) -> None:
    home = tmp_path / "home"
    sandbox = Sandbox(tmp_path)
    folders = {Path(path): name for path, name in this_python().folders}
    names = MachinePaths({**sandbox.names(), **folders, project.root: ""})
    shown = {
        f"{home}/work/a": "<cwd>/a",
        f"{home}/tmp/a": "<tmp>/a",
        f"{home}/.cache": "<home>/.cache",
        f"{project.root}/snippets/a.py": "snippets/a.py",
        f"{sysconfig.get_paths()['purelib']}/a.py": "<packages>/a.py",
        str(packaging.__file__): "<packages>/packaging/__init__.py",
        str(asyncio.__file__): "<python>/asyncio/__init__.py",
        f"{sys.base_prefix}/bin/python": "<prefix>/bin/python",
    }
    assert {path: names.replace(path) for path in shown} == shown
