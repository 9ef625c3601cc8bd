"""Every snippet does as it claims, and stands on a page."""

from pathlib import Path

import pytest

from proof import pages
from proof.gate import Verdict
from proof.project import Project
from proof.runs import Run
from proof.wording import failure_text

NAMES = Project(Path(__file__).resolve().parents[2]).snippet_names()


@pytest.mark.parametrize("name", NAMES)
def test_claims_are_met(name: str, verdict: Verdict, runs: dict[str, Run]) -> None:
    told = [str(p) for p in verdict.problems if p.path == f"snippets/{name}"]
    told += [failure_text(f) for f in verdict.failures if f.snippet.name == name]
    assert not told, "\n" + "\n".join(told)
    assert name in runs, "it was not executed"


@pytest.mark.parametrize("name", NAMES)
def test_snippet_is_shown_on_a_page(name: str, project: Project) -> None:
    shown = {r.snippet for r in pages.references(project) if r.call == "show"}
    assert name in shown, f"no page calls show({name!r})"


def test_every_snippet_that_a_page_names_exists(project: Project) -> None:
    assert pages.references(project)
    assert [str(problem) for problem in pages.missing(project)] == []
