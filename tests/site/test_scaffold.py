"""What `proof new` makes is built, as strictly as any other page."""

from pathlib import Path

from tests.pythons import only_this

from proof.authoring import scaffolding
from proof.project import Project

from .small_project import MKDOCS, SmallProject

_NAV = """\
nav:
  - Home: index.md
  - goodbye.md
  - Await rules:
      - await-rules/one.md
"""


def test_a_new_page_is_published_once_it_is_filled_in(tmp_path: Path) -> None:
    small = SmallProject.create(tmp_path)
    configuration = (tmp_path / "mkdocs.yml").read_text("utf-8")
    small.write("mkdocs.yml", configuration + _NAV)
    small.write("docs/await-rules/one.md", "# One\n")
    project = Project(tmp_path)
    plan = scaffolding.plan(project, "await-rules/what_is_so", only_this())
    scaffolding.write(plan)

    unfinished = small.build(MKDOCS, "build", "--strict")
    assert unfinished.status == 1
    assert unfinished.output.count("TODO is still") == 2
    assert "did not do as claimed" not in unfinished.output

    for file in (plan.snippet, plan.page):
        file.write_text(file.read_text("utf-8").replace("TODO: ", ""), "utf-8")
    built = small.build(MKDOCS, "build", "--strict")
    assert built.status == 0, built.output
    html = small.published()["await-rules/what-is-so/index.html"].decode()
    assert '<figure class="proof"' in html
    assert "two is done" in html
    assert "<svg" in html
    assert 'href="../one/"' in html
