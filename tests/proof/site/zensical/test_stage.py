"""What Zensical is given to build: copies of the pages, and what it is told."""

from pathlib import Path

import pytest
import yaml

from proof.project import Project
from proof.site.zensical.configuration import CONVERSION, Configuration, Planned
from proof.site.zensical.stage import Stage

CONFIGURATION = """\
site_name: Small
site_url: !ENV [SMALL_ADDRESS, "http://127.0.0.1/"]
theme: {name: material, custom_dir: docs/.overrides}
nav:
  - index.md
  - Learn:
      - learn/a.md
      - Deeper: [learn/b.md]
extra_css: [assets/one.css, assets/two.css]
plugins: [markdown-exec]
hooks: [hook.py]
markdown_extensions: [tables]
"""


@pytest.fixture
def small(project: Project) -> Project:
    files = {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# Home\n",
        "docs/learn/a.md": "---\ntitle: A\n---\n\nText.\n",
        "docs/learn/b.md": "# B\n",
        "docs/assets/one.css": "a { color: red }\n",
        "docs/assets/two.css": "b { color: blue }\n",
        "docs/assets/site.js": "1;\n",
        "docs/.overrides/main.html": "x",
    }
    for name, text in files.items():
        file = project.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return project


@pytest.fixture
def stage(small: Project, tmp_path: Path) -> Stage:
    return Stage(small, tmp_path / "stage")


def written(stage: Stage) -> dict[str, int]:
    """When each file of a stage was written."""
    found = (file for file in stage.folder.rglob("*") if file.is_file())
    return {
        file.relative_to(stage.folder).as_posix(): file.stat().st_mtime_ns
        for file in found
    }


def test_the_navigation_says_which_pages_there_are(small: Project) -> None:
    assert Configuration.read(small).pages == [
        Planned("index.md", ""),
        Planned("learn/a.md", "Learn"),
        Planned("learn/b.md", "Learn"),
    ]


def test_what_the_environment_says_counts(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Configuration.read(small).settings["site_url"] == "http://127.0.0.1/"
    monkeypatch.setenv("SMALL_ADDRESS", "https://example.org/")
    assert Configuration.read(small).settings["site_url"] == "https://example.org/"


def test_pages_and_navigation_have_to_agree(small: Project) -> None:
    (small.docs / "learn/a.md").rename(small.docs / "learn/c.md")
    assert list(map(str, Configuration.read(small).errors())) == [
        "mkdocs.yml: `nav` has learn/a.md, and there is no such page; create it, or "
        "fix the name",
        "docs/learn/c.md: `nav` in mkdocs.yml lacks this page; add it there",
    ]


def test_a_stage_has_all_that_is_published_and_one_style_sheet(stage: Stage) -> None:
    configuration = Configuration.read(stage.project)
    stage.fill(configuration, {"learn/a.md": "abc"})
    assert set(written(stage)) == {
        "mkdocs.yml",
        "docs/index.md",
        "docs/learn/a.md",
        "docs/learn/b.md",
        "docs/assets/site.css",
        "docs/assets/site.js",
        "docs/assets/_mkdocstrings.css",
    }
    told = yaml.safe_load(stage.configuration.read_text("utf-8"))
    assert told["extra_css"] == ["assets/site.css"]
    assert told["markdown_extensions"] == [CONVERSION, "tables"]
    assert told["theme"]["custom_dir"] == str(stage.project.docs / ".overrides")
    assert "hooks" not in told
    sheet = (stage.docs / "assets/site.css").read_text("utf-8")
    assert sheet == "a { color: red }\nb { color: blue }\n"


@pytest.mark.parametrize("source", ["learn/a.md", "learn/b.md"])
def test_a_page_says_where_it_comes_from_and_what_it_is_made_of(
    stage: Stage, source: str
) -> None:
    stage.fill(Configuration.read(stage.project), {source: "abc"})
    text = (stage.docs / source).read_text("utf-8")
    _, said, rest = text.split("---\n")
    meta = yaml.safe_load(said)
    assert meta["made_from"] == source
    assert meta["made_of"].startswith("abc-")
    own = (stage.project.docs / source).read_text("utf-8")
    assert own.endswith(rest)
    assert meta.get("title") == ("A" if source == "learn/a.md" else None)


def test_only_what_differs_is_written(stage: Stage) -> None:
    configuration = Configuration.read(stage.project)
    stage.fill(configuration, {})
    before = written(stage)
    (stage.project.docs / "learn/b.md").unlink()
    stage.fill(configuration, {"learn/a.md": "new"})
    after = written(stage)
    assert before.keys() - after.keys() == {"docs/learn/b.md"}
    assert {n for n in after if after[n] != before[n]} == {"docs/learn/a.md"}
