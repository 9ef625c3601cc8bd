"""The steps of the workflow, run here: a machine for each Python, and one that builds.

A machine is a checkout in a folder of its own. What the workflow passes on as an
artifact is copied.
"""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from tests.measuring import unmeasured
from tests.site.small_project import HELLO, SmallProject

from proof.project import Project
from proof.pythons.finding import find
from proof.runs.versions import SUPPORTED

REPOSITORY: Final = Path(__file__).resolve().parents[2]
JOBS: Final[Any] = yaml.safe_load(
    (REPOSITORY / ".github/workflows/site.yml").read_text()
)["jobs"]
ADDRESS: Final = "https://docs.invalid/proof"

Machine = Callable[[str], SmallProject]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the supported Pythons that this machine has, newest first."""
    found = find(Project(tmp_path_factory.mktemp("found")), SUPPORTED)
    return [version for version in reversed(SUPPORTED) if version in found]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Make a machine with a checkout, whose snippets need no packages."""

    def make(name: str) -> SmallProject:
        project = SmallProject.create(tmp_path / name)
        project.add_scripts()
        project.write("requirements-snippets.txt", "")
        project.replace("mkdocs.yml", 'site_url: ""', "site_url: !ENV [SITE_URL]")
        return project

    return make


def admit(project: SmallProject, versions: Sequence[str]) -> None:
    """Let all snippets need one of some versions of Python."""
    others = "".join(f",!={v}.*" for v in SUPPORTED if v not in versions)
    needs = f'# /// script\n# requires-python = ">=3.11{others},<3.16"\n# ///\n'
    for file in (project.root / "snippets").rglob("*.py"):
        file.write_text(needs + file.read_text("utf-8"), "utf-8")


def step(job: str, script: str) -> str:
    """Return the command of the workflow's step that calls a script."""
    commands = (one.get("run", "") for one in JOBS[job]["steps"])
    (found,) = (command for command in commands if command.startswith(script))
    return str(found)


def carry_out(
    project: SmallProject, command: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does."""
    inherited = {
        k: v for k, v in unmeasured().items() if k not in ("CI", "PROOF_PYTHONS")
    }
    return subprocess.run(
        ["sh", "-e", "-c", command],
        cwd=project.root,
        env={**inherited, "PROOF_SET_UP": "done", "NO_COLOR": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def record(project: SmallProject, version: str) -> subprocess.CompletedProcess[str]:
    """Carry out the step of the job that has one Python."""
    return carry_out(project, step("record", "scripts/record"), VERSION=version)


def pass_on(project: SmallProject, version: str, to: SmallProject) -> None:
    """Upload a store from one machine, and download it to another."""
    store = project.root / f"stores/{version}"
    shutil.copytree(store, to.root / f"stores/store-{version}-ubuntu")


def assemble(project: SmallProject) -> subprocess.CompletedProcess[str]:
    """Carry out the step of the job that builds."""
    command = step("site", "scripts/assemble")
    return carry_out(project, command, SITE_URL=ADDRESS)


def test_stores_of_two_pythons_become_one_site(
    machine: Machine, versions: list[str]
) -> None:
    if len(versions) < 2:
        pytest.skip(f"only one supported Python is here: {versions[0]}")
    two, builder = versions[:2], machine("builder")
    admit(builder, two)
    for version in two:
        recorder = machine(f"recorder {version}")
        admit(recorder, two)
        done = record(recorder, version)
        assert done.returncode == 0, done.stdout
        pass_on(recorder, version, builder)
    done = assemble(builder)
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == two
    assert "Executing" not in done.stdout
    assert "2 snippets passed." in lines
    assert lines[-1] == f"Built site/ for {ADDRESS}."
    # The machine that builds has executed nothing: it has no environments.
    assert not (builder.root / ".proof/pythons").exists()
    published = builder.published()
    assert b"<loc>https://docs.invalid/proof/goodbye/</loc>" in published["sitemap.xml"]
    canonical = b'<link rel="canonical" href="https://docs.invalid/proof/">'
    assert canonical in published["index.html"]
    assert f'"CPython {two[0]}.'.encode() in published["evidence.json"]


def test_where_the_store_of_a_python_is_missing_nothing_is_built(
    machine: Machine, versions: list[str]
) -> None:
    here = versions[0]
    missing = next(version for version in SUPPORTED if version != here)
    recorder, builder = machine("recorder"), machine("builder")
    for project in (recorder, builder):
        admit(project, [here, missing])
    assert record(recorder, here).returncode == 0
    pass_on(recorder, here, builder)
    done = assemble(builder)
    assert done.returncode == 1
    assert f"not run on {missing}: no runs of {missing} were merged; it must be" in (
        done.stdout
    )
    assert not (builder.root / "site").exists()


def test_a_claim_that_fails_keeps_its_store_and_stops_the_site(
    machine: Machine, versions: list[str]
) -> None:
    recorder, builder = machine("recorder"), machine("builder")
    for project in (recorder, builder):
        project.break_claim(HELLO)
        admit(project, versions[:1])
    done = record(recorder, versions[0])
    assert done.returncode == 1
    assert f"{HELLO}:10: stdout is not as claimed" in done.stdout
    pass_on(recorder, versions[0], builder)
    done = assemble(builder)
    assert done.returncode == 1
    assert f"{HELLO}:10: stdout is not as claimed" in done.stdout
    assert not (builder.root / "site").exists()


def test_a_store_of_another_commit_is_refused(
    machine: Machine, versions: list[str]
) -> None:
    recorder, builder = machine("recorder"), machine("builder")
    for project in (recorder, builder):
        admit(project, versions[:1])
    assert record(recorder, versions[0]).returncode == 0
    pass_on(recorder, versions[0], builder)
    builder.write(HELLO, (builder.root / HELLO).read_text() + "#\n")
    done = assemble(builder)
    assert done.returncode == 2
    assert "was run from another state of the project: its file has changed" in (
        done.stdout
    )
