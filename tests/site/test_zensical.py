"""What Zensical knows nothing of: the gate, and which pages a run is on."""

import shutil
import sys
from pathlib import Path

import pytest

from .small_project import GOODBYE, HELLO, REPOSITORY, Built, SmallProject

pytest.importorskip("zensical", reason="scripts/test installs Zensical where it can")

ENGINE = "proof.site.zensical"
CONFIGURATION = """\
site_name: Greetings
site_url: http://127.0.0.1/
theme: {name: material, variant: classic, font: false, custom_dir: docs/.overrides}
nav: [index.md, goodbye.md]
plugins: [markdown-exec]
markdown_extensions: [pymdownx.superfences]
validation: {links: {not_found: warn}}
"""


@pytest.fixture
def small(tmp_path: Path) -> SmallProject:
    project = SmallProject.create(tmp_path / "small", measured=True)
    project.write("mkdocs.yml", CONFIGURATION)
    shutil.copytree(REPOSITORY / "docs/.overrides", tmp_path / "small/docs/.overrides")
    return project


def build(project: SmallProject) -> Built:
    return project.build(sys.executable, "-m", ENGINE, "build", "new")


def test_a_site_whose_claims_hold_is_built(small: SmallProject) -> None:
    done = build(small)
    assert done.status == 0, done.output
    page = (small.root / "new/index.html").read_text("utf-8")
    assert 'data-snippet="greetings/hello.py"' in page
    assert "Content-Security-Policy" in page
    assert (small.root / "new/evidence.json").is_file()
    assert not list(small.root.glob("new-*"))


def test_what_fails_stops_the_build(small: SmallProject) -> None:
    small.break_claim(HELLO)
    done = build(small)
    assert (done.status, HELLO in done.output) == (1, True), done.output
    small.fix_claim(HELLO)
    small.replace("docs/goodbye.md", "print(show", "print(1 / 0, show")
    done = build(small)
    assert done.status == 1
    assert "docs/goodbye.md: " in done.output
    assert "ZeroDivisionError" in done.output
    small.replace("docs/goodbye.md", "print(1 / 0, show", "print(show")
    small.replace("docs/goodbye.md", "Prose.", "[Nowhere](nowhere.md)")
    done = build(small)
    assert (done.status, "page does not exist" in done.output) == (1, True), done.output
    assert not (small.root / "new").exists()


def test_while_serving_what_is_saved_is_shown(small: SmallProject) -> None:
    with small.serving(engine=ENGINE) as server:
        first = server.page_when(_is_executed, "goodbye/")
        small.replace("docs/index.md", "Prose.", "Other words.")
        server.page_when(lambda page: "Other words." in page and _is_executed(page))
        small.break_claim(HELLO)
        server.page_when(lambda page: "something else" in page)
        # No run of the other page has changed.
        assert server.page_when(bool, "goodbye/") == first
        small.break_claim(GOODBYE)
        server.page_when(lambda page: "something else" in page, "goodbye/")


def _is_executed(page: str) -> bool:
    return "data-snippet" in page and "proof-not-run" not in page
