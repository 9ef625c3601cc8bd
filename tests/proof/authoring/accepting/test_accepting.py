"""Accepting what snippets do, by really executing them."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from proof.authoring import accepting
from proof.authoring.accepting import accept
from proof.authoring.accepting.outcomes import Outcome
from proof.execution import runner
from proof.execution.observer import Observer
from proof.gate.check import check
from proof.gate.load import load
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]

# Prints other things in the recorded execution, which has a variable more.
_TELLS_THEM_APART = "import sys\nprint('_proof' in ''.join(sys.modules))"


def _quietly() -> AbstractContextManager[Observer]:
    return nullcontext(Observer())


def _accept(project: Project, *names: str) -> Outcome:
    (outcome,) = accept(project, names or ("a/b.py",), _quietly)
    return outcome


def _file(project: Project) -> Path:
    return project.snippets / "a/b.py"


def _is_met(project: Project) -> bool:
    report = check(project, load(project))
    return report.passed


def test_what_it_does_is_written(project: Project, add: Add) -> None:
    add("a/b.py", "print('Two')")
    before = _file(project).read_bytes()
    outcome = _accept(project)
    assert outcome.kind == "accepted"
    assert _file(project).read_bytes() == before.replace(b"#     One", b"#     Two")
    assert outcome.diff[:2] == (
        "--- snippets/a/b.py",
        "+++ snippets/a/b.py (as executed)",
    )
    assert {"-#     One", "+#     Two"} <= set(outcome.diff)
    assert _is_met(project)


def test_its_run_is_kept(project: Project, add: Add) -> None:
    add("a/b.py", "print('Two')")
    _accept(project)
    assert check(project, load(project)).batch.runs == ()


def test_what_does_as_it_claims_is_left_alone(project: Project, add: Add) -> None:
    add("a/b.py")
    written = _file(project).stat().st_mtime_ns
    assert _accept(project) == Outcome("snippets/a/b.py", "unchanged")
    assert _file(project).stat().st_mtime_ns == written


@pytest.mark.parametrize(
    ("ending", "space"),
    [("", "\n\n\n"), ("\n# Proof:", "\n"), ("\n\n\n# Proof:\n\n", "\n\n\n")],
)
def test_a_snippet_without_claims_gets_them(
    project: Project, ending: str, space: str
) -> None:
    head = '"""It does."""\n\nprint("One\u2026 ...")'
    _file(project).parent.mkdir()
    _file(project).write_bytes(f"{head}{ending}".replace("\n", "\r\n").encode())
    assert _accept(project).kind == "accepted"
    block = "# Proof:\n# Output:\n#     One\u2026 \\...\n"
    after = f"{head}{space}{block}".replace("\n", "\r\n")
    assert _file(project).read_bytes().decode() == after
    assert _is_met(project)


def test_wildcards_needs_and_space_stay(project: Project, add: Add) -> None:
    add(
        "a/b.py",
        "import time\nprint('took', time.time(), 's')\nprint('Two')",
        "Output:\n    took ... s\n    One\n\nTakes: 0.0 s ± 9 s",
        "tool.proof.timeout = 9",
    )
    before = _file(project).read_text()
    assert _accept(project).kind == "accepted"
    assert _file(project).read_text() == before.replace("#     One", "#     Two")


def test_an_exception_is_claimed_as_one(project: Project, add: Add) -> None:
    add("a/b.py", "print('One')\nraise ValueError('no')")
    assert _accept(project).kind == "accepted"
    assert (
        _file(project)
        .read_text()
        .endswith("# Output:\n#     One\n# Raises: ValueError: no\n")
    )
    assert _is_met(project)


def test_a_missed_time_is_written_and_told(project: Project, add: Add) -> None:
    add("a/b.py", "import time\ntime.sleep(0.5)", "Takes: 1.0 s ± 0.2 s")
    outcome = _accept(project)
    assert outcome.kind == "accepted", outcome.reason
    (note,) = outcome.notes
    assert note.startswith("Takes is 0.")
    assert re.search(r"it took 0\.\d{3} s$", note)
    assert _is_met(project)


def test_output_and_time_can_change_together(project: Project, add: Add) -> None:
    add("a/b.py", "import time\ntime.sleep(0.5)\nprint('Two')", "Takes: 1.0 s ± 0.2 s")
    outcome = _accept(project)
    assert outcome.kind == "accepted", outcome.reason
    text = _file(project).read_text()
    assert "# Output:\n#     Two\n# Takes: 0." in text


def _refused(project: Project, said: str) -> None:
    before = _file(project).read_bytes()
    outcome = _accept(project)
    assert outcome.kind == "refused"
    assert outcome.reason.startswith("snippets/a/b.py")
    assert said in outcome.reason
    assert _file(project).read_bytes() == before


def test_executions_that_differ_are_refused(project: Project, add: Add) -> None:
    add("a/b.py", _TELLS_THEM_APART)
    _refused(project, "its two executions differ in stdout")


def test_another_order_is_refused_with_a_way_out(project: Project, add: Add) -> None:
    add("a/b.py", f"{_TELLS_THEM_APART}\nprint('_proof' not in ''.join(sys.modules))")
    _refused(project, "if any order will do, claim it under `# Unordered output:`")
    text = _file(project).read_text()
    _file(project).write_text(text.replace("# Output:", "# Unordered output:"))
    assert _accept(project).kind == "accepted"
    assert _is_met(project)


def test_a_wildcard_for_what_differs_lets_it_be_accepted(
    project: Project, add: Add
) -> None:
    claims = "Output:\n    ...e\n    One"
    add("a/b.py", f"{_TELLS_THEM_APART}\nprint('Two')", claims)
    assert _accept(project).kind == "accepted"
    assert "#     ...e\n#     Two\n" in _file(project).read_text()


@pytest.mark.parametrize(
    ("code", "claims", "needs", "said"),
    [
        pytest.param(
            "import time\ntime.sleep(60)",
            "Output:",
            "tool.proof.timeout = 1",
            "did not end within its timeout of 1 s",
            id="timeout",
        ),
        pytest.param(
            "import sys\nsys.stdout.buffer.write(b'\\xff')",
            "Output:",
            "",
            "bytes that are no UTF-8",
            id="no-text",
        ),
        pytest.param("", "Prints: x", "", ":7: unknown claim `Prints`", id="malformed"),
        pytest.param(
            "import aiohttp", "Output:", "", ":3: it imports 'aiohttp'", id="needs"
        ),
        pytest.param(
            "print('Two')",
            "Output:\n    One",
            "tool.proof.xfail = true",
            "meant not to do as it claims",
            id="meant-to-fail",
        ),
    ],
)
def test_what_cannot_be_accepted_is_told(
    project: Project,
    source: Callable[..., str],
    code: str,
    claims: str,
    needs: str,
    said: str,
) -> None:
    _file(project).parent.mkdir()
    _file(project).write_text(source(code, claims, needs))
    _refused(project, said)


def test_what_is_no_text_is_told(project: Project) -> None:
    _file(project).parent.mkdir()
    _file(project).write_bytes(b'"""\xff"""\n')
    _refused(project, "it is not UTF-8")


def test_what_somebody_saves_meanwhile_is_not_overwritten(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/b.py", "print('Two')")
    really = runner.run_all

    def run_all(*words: object) -> object:
        batch = really(*words)  # type: ignore[arg-type]
        _file(project).write_text("mine")
        return batch

    monkeypatch.setattr(accepting, "run_all", run_all)
    outcome = _accept(project)
    assert outcome.reason == (
        "snippets/a/b.py: it was saved while it was executed; try again"
    )
    assert _file(project).read_text() == "mine"


def test_what_does_something_else_the_next_time_is_taken_back(
    project: Project, add: Add, tmp_path: Path
) -> None:
    # Each of two pairs of executions prints the same, and another thing than before.
    counter = tmp_path / "count"
    add(
        "a/b.py",
        f"with open({str(counter)!r}, 'a+') as f:\n    f.write('x')\n    f.seek(0)\n"
        "    print((len(f.read()) + 1) // 2)",
    )
    _refused(project, "executed once more it did something else")


def test_an_interruption_takes_back_what_was_written(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/b.py", "print('Two')")
    before = _file(project).read_bytes()

    def interrupted(*_: object, **__: object) -> None:
        assert _file(project).read_bytes() != before
        raise KeyboardInterrupt

    monkeypatch.setattr(accepting, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _accept(project)
    assert _file(project).read_bytes() == before


def test_each_is_accepted_or_refused_by_itself(project: Project, add: Add) -> None:
    add("a/b.py", "print('Two')")
    add("a/c.py", _TELLS_THEM_APART)
    add("a/d.py")
    names = ["a/c.py", "a/d.py", "a/b.py"]
    outcomes = accept(project, names, _quietly)
    assert [one.path for one in outcomes] == [f"snippets/{name}" for name in names]
    assert [one.kind for one in outcomes] == ["refused", "unchanged", "accepted"]


def test_who_watches_hears_of_both_rounds(project: Project, add: Add) -> None:
    heard: list[str] = []

    class Watching(Observer):
        def planned(self, snippets: object) -> None:
            heard.append("planned")

        def ran(self, run: Run) -> None:
            heard.append(run.snippet)

    add("a/b.py", "print('Two')")
    accept(project, ["a/b.py"], lambda: nullcontext(Watching()))
    assert heard == ["planned", "a/b.py"] * 2
