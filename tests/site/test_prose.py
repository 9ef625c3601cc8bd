"""Nothing in this checkout breaks a rule of style."""

from proof.gate.load import lint, load
from proof.project import Project


def test_no_rule_is_broken(project: Project) -> None:
    assert [str(error) for error in lint(load(project))] == []
