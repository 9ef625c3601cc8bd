"""Every snippet does as it claims; the examples that must not, do not."""

from pathlib import Path

import pytest

from proof.checking.messages import failure_text
from proof.gate.report import Report
from proof.project import Project
from proof.snippets import claims
from proof.snippets.snippet import Snippet

NAMES = Project(Path(__file__).resolve().parents[2]).snippet_names()


@pytest.mark.parametrize("name", NAMES)
def test_claims_are_met(name: str, report: Report) -> None:
    told = [str(p) for p in report.errors if p.path == f"snippets/{name}"]
    told += [failure_text(f) for f in report.failures if f.snippet.name == name]
    assert not told, "\n" + "\n".join(told)
    assert name in report.results or name in report.not_run


REASONS = {
    "Output": "stdout is not as claimed",
    "Unordered output": "stdout is not as claimed",
    "Stderr": "stderr is not empty, and nothing is claimed about it",
    "Raises": "it raised something else",
    "Exits": "it ended with exit status 3 where exit status 0 was expected",
    "Takes": "it took ",
    "Blocks": "its longest step took ",
}


def examples_of(claim: str, project: Project) -> list[Snippet]:
    """Those that the page on claims shows of one claim."""
    prefix = f"contribute/{claim.lower().replace(' ', '_')}_"
    names = [name for name in project.snippet_names() if name.startswith(prefix)]
    return [Snippet.load(project, name) for name in names]


@pytest.mark.parametrize("claim", claims.NAMES)
def test_every_claim_has_an_example_that_is_met_and_one_that_is_not(
    claim: str, project: Project
) -> None:
    fails = [snippet.metadata.xfail for snippet in examples_of(claim, project)]
    assert sorted(fails) == [False, True]


@pytest.mark.parametrize("claim", claims.NAMES)
def test_an_example_that_fails_does_so_for_one_reason(
    claim: str, project: Project, report: Report
) -> None:
    (example,) = (s for s in examples_of(claim, project) if s.metadata.xfail)
    expected = report.results[example.name].expected
    (reason,) = (d for d in expected if d.execution == "recorded")
    assert reason.message.startswith(REASONS[claim])
