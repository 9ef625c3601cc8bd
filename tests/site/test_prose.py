"""Nothing in this checkout breaks a rule of the house."""

from proof.gate.check import load
from proof.project import Project


def test_no_rule_is_broken(project: Project) -> None:
    assert [str(problem) for problem in load(project).problems] == []
