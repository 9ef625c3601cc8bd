"""Every snippet passes; the examples of failures fail, each for one reason."""

import pytest

from proof.checking.messages import failure_text
from proof.gate.report import Report
from proof.gate.summary import unbroken_text
from proof.project import Project
from proof.snippets import claims
from proof.snippets.snippet import Snippet

REASONS = {
    "Output": "stdout is not as claimed",
    "Unordered output": "stdout is not as claimed",
    "Stderr": "stderr is not empty, and nothing is claimed about it",
    "Raises": "it raised something else",
    "Exits": "it ended with exit status 3 where exit status 0 was expected",
    "Takes": "it took ",
    "Blocks": "its longest step took ",
    "Steps": "nap took 2 steps where 3 are claimed",
    "Waits together": "at no time did all of these wait: nap 1, nap 2",
}
# A counter-proof that breaks nothing stops every build.
NEVER_FAILS_ON_PURPOSE = {"Breaks"}


def test_every_snippet_passes(report: Report, project: Project) -> None:
    failures = [str(error) for error in report.errors]
    failures += [failure_text(failure) for failure in report.failures]
    assert not failures, "\n\n".join(failures)
    named = sorted({*report.results, *report.not_run})
    assert named == sorted(project.snippet_names())


def examples_of(claim: str, project: Project) -> list[Snippet]:
    """Those that the page on claims shows of one claim."""
    prefix = f"contribute/{claim.lower().replace(' ', '_')}_"
    names = [name for name in project.snippet_names() if name.startswith(prefix)]
    return [Snippet.load(project, name) for name in names]


@pytest.mark.parametrize("claim", claims.NAMES)
def test_every_claim_has_an_example_that_passes_and_one_that_fails(
    claim: str, project: Project
) -> None:
    fail = [snippet.metadata.xfail for snippet in examples_of(claim, project)]
    both = [False, True]
    assert sorted(fail) == ([False] if claim in NEVER_FAILS_ON_PURPOSE else both)


@pytest.mark.parametrize("claim", REASONS)
def test_an_example_that_fails_does_so_for_one_reason(
    claim: str, project: Project, report: Report
) -> None:
    (example,) = (s for s in examples_of(claim, project) if s.metadata.xfail)
    expected = report.results[example.name].expected
    (reason,) = (d for d in expected if d.execution == "recorded")
    assert reason.message.startswith(REASONS[claim])


def test_every_snippet_that_teaches_has_a_counter_proof(report: Report) -> None:
    assert unbroken_text(report) == ""
