"""The evidence behind a site, collected: runs, places, claims, totals."""

import json
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from tests.pythons import only_this, this_python

from proof.cache.store import Store
from proof.gate.check import look_up
from proof.gate.load import load
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.evidence import Evidence, file
from proof.site.evidence.facts import EvidenceFile, SnippetFacts
from proof.site.evidence.file import (
    as_json,
    meanings,
    write_evidence,
)
from proof.site.evidence.places import Place, page_address
from proof.site.evidence.totals import Totals
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Keep = Callable[..., Run]

FIRST, SECOND = "2026-11-20T10:00:00.000000Z", "2026-11-21T10:00:00.000000Z"
PAGE = """\
---
title: {0}
---

# Something else

```python exec="on" html="on"
from proof import {1}
print({1}("a/one.py"))
```
"""


@pytest.fixture
def keep(
    project: Project, executed: Callable[..., Execution], made: Callable[..., Run]
) -> Keep:
    """Store a made-up run of a snippet; both executions began when it is said."""

    def store(
        snippet: Snippet, *, batch: str = FIRST, began: float = 0.0, **named: object
    ) -> Run:
        recorded = replace(executed(["One"], took=1.0), began=began, cpu=0.07)
        control = replace(executed(["One"], took=1.5), began=began + 0.25)
        run = made(recorded, control, snippet=snippet.name)
        run = replace(run, batch=batch, **named)  # type: ignore[arg-type]
        Store(project).save(snippet, this_python(), run)
        return run

    return store


def collect(project: Project) -> Evidence:
    return Evidence.of(look_up(project, load(project, only_this())))


@pytest.fixture
def show_on(project: Project) -> Callable[..., None]:
    """Let a page ask for a/one.py, which has none yet but these."""

    def write(page: str, title: str = "A title", call: str = "show") -> None:
        (project.docs / "a/one.py.md").unlink(missing_ok=True)
        file = project.docs / page
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title, call), "utf-8")

    return write


def test_every_snippet_is_collected_with_its_run(
    project: Project, add: Add, keep: Keep
) -> None:
    two, one = add("a/two.py"), add("a/one.py")
    runs = [keep(one), keep(two)]
    evidence = collect(project)
    assert [entry.snippet for entry in evidence.entries] == [one, two]
    assert [entry.run for entry in evidence.entries] == runs
    assert evidence.not_run == ()


def test_what_has_no_run_as_it_is_now_is_missing(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/changed.py"))
    add("a/changed.py", "print('One')  # changed")
    keep(add("a/kept.py"))
    add("a/new.py")
    (project.snippets / "a/odd.py").write_text('"""It claims nothing."""\n')
    evidence = collect(project)
    assert [entry.snippet.name for entry in evidence.entries] == ["a/kept.py"]
    assert [one.snippet.name for one in evidence.not_run] == [
        "a/changed.py",
        "a/new.py",
    ]


def test_an_entry_knows_the_pages_that_show_it(
    project: Project, add: Add, keep: Keep, show_on: Callable[..., None]
) -> None:
    keep(add("a/one.py"))
    show_on("index.md", "Home")
    show_on("b/compared.md", call="compare")
    show_on("b/shown.md", '"Shown: here"')
    show_on("b/described.md", call="run")
    (entry,) = collect(project).entries
    assert entry.places == (
        Place("b/shown.md", "Shown: here", has_figure=True, address="b/shown/"),
        Place("index.md", "Home", has_figure=True, address=""),
        Place("b/compared.md", "A title", has_figure=False, address="b/compared/"),
    )


@pytest.mark.parametrize(
    ("page", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("a/index.md", "a/", "a/index.html"),
        ("a/b.md", "a/b/", "a/b.html"),
        ("a/my-index.md", "a/my-index/", "a/my-index.html"),
    ],
)
def test_a_page_is_where_mkdocs_puts_it(page: str, folder: str, file: str) -> None:
    assert page_address(page) == folder
    assert page_address(page, has_directories=False) == file


def test_a_step_that_was_not_measured_proves_no_claim(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py", claims="Output:\n    One\nBlocks: 0.1 s"))
    (entry,) = collect(project).entries
    assert entry.run.recorded.blocks is None
    assert [claim.name for claim in entry.claims] == ["Output"]


def test_claims_are_those_that_were_checked(
    project: Project, add: Add, keep: Keep
) -> None:
    claims = (
        "Output: anything\nTakes [<3.12]: 1.0 s\nTakes [>=3.12]: 2.0 s\nExits [>=3]: 0"
    )
    keep(add("a/one.py", claims=claims))
    (entry,) = collect(project).entries
    assert [(claim.name, claim.value) for claim in entry.claims] == [
        ("Takes", "1.0 s"),
        ("Exits", "0"),
    ]


def test_what_is_expected_failure_meets_no_claim(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py", metadata="tool.proof.xfail = true"))
    (entry,) = collect(project).entries
    assert entry.claims == ()


def test_totals_are_those_of_one_batch(project: Project, add: Add, keep: Keep) -> None:
    keep(add("a/one.py"), began=0.5)
    keep(add("a/two.py", claims="Output:\n    One\nTakes: 1.0 s"), began=2.0)
    totals = Totals.of(collect(project))
    # The control of the second: begun at 2.25 s, its interpreter there for 1.6 s.
    assert totals == Totals(
        snippets=2,
        claims=3,
        counter_proofs=0,
        versions=("3.11",),
        executions=4,
        together=2,
        took=totals.took,
        python="CPython 3.11.7",
        platform="Linux x86_64",
        last="2026-11-21",
    )
    assert totals.took == pytest.approx(3.85)
    assert str(totals) == (
        "2 programs, 3 claims and 0 counter-proofs, checked on Python 3.11 in 4 "
        "executions, all in 3.9 s on Linux x86_64; last on 2026-11-21"
    )


def test_totals_say_how_many_were_executed_together(
    project: Project, add: Add, keep: Keep
) -> None:
    for name in ("one", "two"):
        keep(add(f"a/{name}.py"), batch=FIRST)
    keep(add("a/three.py"), batch=SECOND, began=90.0)
    evidence = collect(project)
    assert evidence.largest_batch == FIRST
    assert [entry.snippet.name for entry in evidence.batch] == ["a/one.py", "a/two.py"]
    assert "in 6 executions, 2 of them in 1.9 s on" in str(Totals.of(evidence))


def test_of_batches_alike_the_latest_counts(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py"), batch=SECOND)
    keep(add("a/two.py"), batch=FIRST)
    assert collect(project).largest_batch == SECOND


def test_a_site_without_programs_says_so(project: Project) -> None:
    evidence = collect(project)
    assert evidence == Evidence(())
    assert str(Totals.of(evidence)) == "no program yet"
    assert json.loads(as_json(evidence))["snippets"] == []


def test_the_file_holds_every_fact_and_every_field_is_explained(
    project: Project, add: Add, keep: Keep, show_on: Callable[..., None]
) -> None:
    claims = "Unordered output:\n    One\nTakes: 1.0 s"
    keep(
        add("a/one.py", claims=claims, metadata='requires-python = ">=3.11"'), began=0.5
    )
    show_on("b/shown.md")
    show_on("b/compared.md", call="compare")
    content = json.loads(as_json(collect(project)))
    (facts,) = content["snippets"]
    assert facts == {
        "name": "a/one.py",
        "sentence": "It does as claimed.",
        "pages": ["b/shown/#proof-a--one", "b/compared/"],
        "claims": [
            {"kind": "Unordered output", "value": "", "lines": ["One"]},
            {"kind": "Takes", "value": "1.0 s", "lines": []},
        ],
        "counter_proofs": [],
        "expected_failure": False,
        "requires_python": ">=3.11",
        "python": "CPython 3.11.7",
        "platform": "Linux x86_64",
        "made_at": "2026-11-21T20:15:00Z",
        "batch": FIRST,
        "tries": 1,
        "status": 0,
        "took": 1.0,
        "cpu": 0.07,
        "control_cpu": 0.05,
        "recording_cost": 0.02,
        "began": 0.5,
        "control_began": 0.75,
        "wall": 1.1,
        "control_wall": 1.6,
        "other_versions": [],
        "absent": [],
    }
    assert list(facts) == list(meanings(SnippetFacts))
    assert list(content["totals"]) == list(meanings(Totals))
    assert content["totals"]["took"] == 2.35


def test_the_file_holds_its_schema_which_explains_every_field(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py"))
    content = as_json(collect(project))
    schema = msgspec.json.decode(content, type=EvidenceFile).schema
    kinds = schema["$defs"]
    assert kinds.keys() == {
        *("AbsentFacts", "ClaimFacts", "CounterProofFacts", "EvidenceFile"),
        *("SnippetFacts", "Totals", "VersionFacts"),
    }
    fields = {
        f"{kind}.{name}": field
        for kind, facts in kinds.items()
        for name, field in facts["properties"].items()
    }
    unexplained = {name for name, field in fields.items() if "description" not in field}
    assert unexplained == {f"EvidenceFile.{name}" for name in json.loads(content)}


def test_the_file_is_utf_8(project: Project, add: Add, keep: Keep) -> None:
    snippet = add("a/one.py")
    file = project.snippets / "a/one.py"
    text = file.read_text("utf-8")
    file.write_text(text.replace("claimed", "clàimed"), "utf-8")
    keep(Snippet.load(project, snippet.name))
    assert "It does as clàimed." in as_json(collect(project)).decode("utf-8")


def test_the_file_names_no_path_of_the_machine(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py"))
    assert str(project.root).encode() not in as_json(collect(project))


def test_the_file_lies_in_the_root_of_the_site(
    project: Project, add: Add, keep: Keep
) -> None:
    keep(add("a/one.py"))
    evidence = collect(project)
    write_evidence(evidence, project.root)
    assert (project.root / file.NAME).read_bytes() == as_json(evidence)
