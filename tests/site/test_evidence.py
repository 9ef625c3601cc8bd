"""The evidence as published: a table and a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.pythons import control_of

from proof.project import Project
from proof.runs.run import Run
from proof.runs.versions import spanned

from .conftest import Document

PAGE = "about/every-snippet/"


@pytest.fixture(scope="module")
def evidence(site: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((site / "evidence.json").read_text("utf-8"))
    return content


def test_the_file_holds_every_snippet_as_it_was_run(
    evidence: dict[str, Any], runs: dict[str, Run]
) -> None:
    published = {facts["name"]: facts for facts in evidence["snippets"]}
    assert sorted(published) == sorted(runs)
    for name, run in runs.items():
        facts = published[name]
        assert facts["took"] == run.took
        assert (facts["wall"], facts["cpu"]) == (run.recorded.wall, run.recorded.cpu)
        control = (facts["control_wall"], facts["control_cpu"])
        assert control == (control_of(run).wall, control_of(run).cpu)
        assert (facts["tries"], facts["made_at"]) == (run.tries, run.made_at)


def test_the_file_names_no_path_of_this_machine(site: Path, project: Project) -> None:
    text = (site / "evidence.json").read_text("utf-8")
    assert [
        path for path in (str(project.root), str(Path.home())) if path in text
    ] == []


def test_its_totals_add_up(evidence: dict[str, Any]) -> None:
    totals, snippets = evidence["totals"], evidence["snippets"]
    assert totals["snippets"] == len(snippets)
    assert totals["claims"] == sum(len(facts["claims"]) for facts in snippets)


def test_its_pages_show_the_snippet(
    evidence: dict[str, Any], documents: dict[str, Document]
) -> None:
    for facts in evidence["snippets"]:
        assert facts["pages"]
        for page in facts["pages"]:
            address, _, anchor = page.partition("#")
            assert not anchor or anchor in documents[address].anchors()


def test_the_table_says_what_the_file_says(
    evidence: dict[str, Any], documents: dict[str, Document]
) -> None:
    rows = documents[PAGE].with_class("proof-evidence-table")[0].findall("tbody/tr")
    assert [list(_cells(row)) for row in rows] == [
        [
            f"{facts['name'].removesuffix('.py')} {_spaced(facts['sentence'])}",
            ", ".join(claim["kind"] for claim in facts["claims"])
            or (
                "expected to fail"
                if facts["expected_failure"]
                else "none for this Python"
            ),
            f"{facts['took']:.3f} s",
            f"{facts['wall']:.3f} s / {facts['control_wall']:.3f} s",
            f"{facts['cpu']:.3f} s / {facts['control_cpu']:.3f} s",
            f"{facts['tries']}",
            f"{facts['python']}{_elsewhere(facts)}",
            f"{facts['made_at'][:10]} {facts['made_at'][11:19]}",
        ]
        for facts in evidence["snippets"]
    ]


def _elsewhere(facts: dict[str, Any]) -> str:
    """What the table says of the other versions, below that of the primary run."""
    found = {
        "same": [one["version"] for one in facts["other_versions"] if one["same"]],
        "differs": [
            one["version"] for one in facts["other_versions"] if not one["same"]
        ],
        "not run": [one["version"] for one in facts["absent"]],
    }
    return "".join(f"{what} on {spanned(on)}" for what, on in found.items() if on)


def test_the_home_page_counts_them(
    evidence: dict[str, Any], documents: dict[str, Document]
) -> None:
    count = len(evidence["snippets"])
    text = "".join(documents[""].root.itertext())
    assert f"{count} programs, {evidence['totals']['claims']} claims" in text


def _cells(row: ET.Element) -> Iterator[str]:
    return (_spaced("".join(cell.itertext())) for cell in row)


def _spaced(text: str) -> str:
    return " ".join(text.split())
