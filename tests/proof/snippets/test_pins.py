"""Which versions are pinned, and for which Pythons."""

import pytest
from packaging.requirements import Requirement
from tests.pythons import this_python

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.pins import Pin, fitting, pinned


def _pin(project: Project, *lines: str) -> None:
    project.requirements.write_text("\n".join(lines) + "\n")


def _shown(pin: Pin) -> str:
    return f"{pin.version} {pin.marker or ''}".rstrip()


def test_pins_are_read_whatever_is_around_them(project: Project) -> None:
    _pin(
        project,
        "# how to compile this",
        "aiohttp==3.14.0 \\",
        "    --hash=sha256:00",
        "    # via something==1.0",
        "PyYAML==6.0.3",
        "uvicorn[standard]==0.40.0; python_version >= '3.9'",
        "numpy==1.26.0 ; python_version < '3.12' \\",
        "    --hash=sha256:00",
        "numpy==2.1.0 ; python_version >= '3.12' --hash=sha256:00",
        "loose>=3",
        "-e .",
    )
    assert {n: [_shown(p) for p in pins] for n, pins in pinned(project).items()} == {
        "aiohttp": ["3.14.0"],
        "pyyaml": ["6.0.3"],
        "uvicorn": ['0.40.0 python_version >= "3.9"'],
        "numpy": ['1.26.0 python_version < "3.12"', '2.1.0 python_version >= "3.12"'],
    }


@pytest.mark.parametrize(
    ("pin", "applies"),
    [
        ("click==8.1.0", True),
        ("click==8.1.0 ; python_version >= '3.11'", True),
        ("click==8.1.0 ; python_version < '3'", False),
        ("click==8.1.0 ; sys_platform == 'nothing-like-this' \\", False),
    ],
)
def test_a_pin_can_be_for_other_machines(
    project: Project, pin: str, applies: bool
) -> None:
    _pin(project, pin)
    (found,) = pinned(project)["click"]
    assert found.applies(this_python()) == applies


def test_only_pins_of_the_version_asked_for_fit(project: Project) -> None:
    _pin(project, "numpy==1.26.0 ; python_version < '3'", "numpy==2.1.0")
    pins = pinned(project)
    for asked, shown in {"Numpy": 2, "numpy<2": 1, "numpy>3": 0, "other": 0}.items():
        assert len(fitting(Requirement(asked), pins)) == shown


def test_a_missing_file_is_one_sentence(project: Project) -> None:
    project.requirements.unlink(missing_ok=True)
    with pytest.raises(ProofError, match="restore it from the repository") as caught:
        pinned(project)
    assert caught.value.path == "requirements-snippets.txt"
