"""What a server builds after a save is what a fresh build would be, byte by byte."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from .small_project import (
    CONFIGURATION,
    HELLO,
    PAGE,
    SmallProject,
    contents,
)

FIGURE: Final = '<figure class="proof"'
Build = Callable[[str], dict[str, bytes]]
MORE: Final = """\
nav: [index.md, goodbye.md, tooling.md, other.md]
extra_css: [assets/one.css]
"""
THEME: Final = """\
theme:
  name: mkdocs
  custom_dir: docs/.overrides
"""
PLUGINS: Final = """\
plugins:
  - markdown-exec
  - autorefs
  - mkdocstrings:
      enable_inventory: false
      handlers:
        python:
          paths: [package]
"""
ALL_RUNS: Final = """
```python exec="on" html="on"
from proof import every_snippet, totals
print(totals())
print(every_snippet("goodbye.md"))
```
"""


@pytest.fixture
def small(tmp_path: Path) -> SmallProject:
    """One with everything that pages can depend on."""
    project = SmallProject.create(tmp_path / "project", measured=True)
    configuration = CONFIGURATION.replace("theme: mkdocs\n", THEME)
    configuration = configuration.replace("plugins: [markdown-exec]\n", PLUGINS)
    project.write("mkdocs.yml", configuration + MORE)
    project.write("docs/assets/one.css", "b { color: red }\n")
    project.write("docs/.overrides/main.html", '{% extends "base.html" %}\n')
    project.write("docs/goodbye.md", PAGE.format("goodbye") + ALL_RUNS)
    project.write("docs/other.md", "# Other\n\n[It][hi], [a page](index.md#a-page).\n")
    project.write("docs/tooling.md", "# Tooling\n\n::: hi\n")
    project.write("package/hi.py", '"""Says hi."""\n')
    return project


@contextmanager
def fresh_builds(project: SmallProject, address: str) -> Iterator[Build]:
    """A function that builds the project anew and gives all its files."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("fresh_site.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=project.environment(),
    )
    assert process.stdin
    assert process.stdout
    reading, writing = process.stdout, process.stdin

    def build(name: str) -> dict[str, bytes]:
        site = project.root.parent / name
        print(project.root, site, address, sep="\t", file=writing, flush=True)
        answer = reading.readline()
        if answer != "0\n":
            process.kill()
            pytest.fail(process.communicate()[1])
        return contents(site)

    try:
        yield build
    finally:
        process.kill()
        process.communicate()


def test_each_save_leaves_what_a_fresh_build_would_make(
    small: SmallProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "served").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "served"))
    # The theme says when the home page was built.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with (
        small.serving() as server,
        fresh_builds(small, server.address) as build,
    ):
        # The program has been run when its figure is there.
        server.page_when(lambda page: FIGURE in page)
        server.page_when(lambda page: FIGURE in page, "goodbye/")
        (site,) = (tmp_path / "served").iterdir()

        def check(step: str) -> None:
            expected = build(step)
            server.wait_for(
                lambda: contents(site) == expected,
                lambda: f"{step}: {_differing(contents(site), expected)}",
            )

        check("first")
        small.replace("docs/index.md", "Prose.", "Better prose.")
        server.page_when(lambda page: "Better prose." in page)
        check("prose")
        small.replace("docs/other.md", "# Other", "# Another title")
        server.page_when(lambda page: "Another title" in page)
        check("title")
        small.write(HELLO, (small.root / HELLO).read_text().replace("hello", "hullo"))
        server.page_when(lambda page: "hullo" in page)
        check("snippet")
        small.write("docs/assets/one.css", "b { color: blue }\n")
        server.page_when(lambda style: "blue" in style, "assets/site.css")
        check("style")
        small.write(
            "docs/.overrides/main.html",
            '{% extends "base.html" %}{% block footer %}New{% endblock %}',
        )
        server.page_when(lambda page: "New" in page)
        check("template")
        small.replace("mkdocs.yml", "goodbye.md, tooling.md", "tooling.md, goodbye.md")
        server.page_when(lambda page: 0 < page.find("Tooling") < page.find("goodbye/"))
        check("navigation")
        small.replace("mkdocs.yml", ", other.md", "")
        (small.root / "docs/other.md").unlink()
        server.page_when(lambda page: bool(page) and "Another title" not in page)
        check("removed")


def _differing(got: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    names = {*got, *expected}
    return sorted(name for name in names if got.get(name) != expected.get(name))
