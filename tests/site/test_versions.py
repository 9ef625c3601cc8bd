"""The page of changes has each version that is supported, and each difference."""

import re

from proof.checking.behaviour import alike
from proof.gate.report import Report
from proof.project import Project
from proof.runs.versions import SUPPORTED

from .conftest import Document

PAGE = "rules/what-changed-between-versions/"


def test_every_supported_version_has_a_heading(project: Project) -> None:
    text = (project.docs / f"{PAGE.rstrip('/')}.md").read_text("utf-8")
    found = re.findall(r"^## Python (3\.\d+)$", text, re.MULTILINE)
    asked = re.findall(r'what_changed\("[^"]+", "(3\.\d+)"\)', text)
    assert found == asked == list(reversed(SUPPORTED[1:]))


def test_every_program_that_differs_is_listed(
    report: Report, documents: dict[str, Document]
) -> None:
    differing = {name for name in report.results if len(alike(report.all_of(name))) > 1}
    changes = documents[PAGE].with_class("proof-change")
    listed = {"".join(change.itertext()) for change in changes}
    for name in differing:
        assert any(name in text for text in listed), name
    assert bool(changes) == bool(differing)
