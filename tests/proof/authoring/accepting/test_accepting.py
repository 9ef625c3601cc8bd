"""Accepting what snippets do, by really executing them."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from tests.pythons import only_this

from proof import files
from proof.authoring import accepting
from proof.authoring.accepting import accept
from proof.authoring.accepting.outcome import Outcome
from proof.execution import runner
from proof.execution.observer import Observer
from proof.gate.check import check
from proof.gate.load import load
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]

# Prints other things in the recorded execution, which has a variable more.
_DIFFERS_WHEN_RECORDED = "import sys\nprint('_proof' in ''.join(sys.modules))"


def _quietly() -> AbstractContextManager[Observer]:
    return nullcontext(Observer())


def _accept(project: Project, *names: str) -> Outcome:
    (outcome,) = accept(project, names or ("a/b.py",), only_this(), _quietly)
    return outcome


def _file(project: Project) -> Path:
    return project.snippets / "a/b.py"


def _passes(project: Project) -> bool:
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
    assert _passes(project)


def test_it_is_executed_once_with_the_recorder_and_once_without(
    project: Project, add: Add, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    add("a/b.py", f"print(file=open({str(log)!r}, 'a'))\nprint('Two')")
    assert _accept(project).kind == "accepted"
    assert log.read_text() == "\n\n"


def test_what_passes_is_left_alone(project: Project, add: Add) -> None:
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
    assert _passes(project)


def test_wildcards_metadata_and_space_stay(project: Project, add: Add) -> None:
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
    assert _passes(project)


def test_a_missed_time_is_written_and_reported(project: Project, add: Add) -> None:
    add("a/b.py", "import time\ntime.sleep(0.5)", "Takes: 1.0 s ± 0.2 s")
    outcome = _accept(project)
    assert outcome.kind == "accepted", outcome.reason
    (note,) = outcome.notes
    assert note.startswith("Takes is 0.")
    assert re.search(r"it took 0\.\d{3} s on 3\.\d+$", note)
    assert _passes(project)


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
    add("a/b.py", _DIFFERS_WHEN_RECORDED)
    _refused(project, "its two executions differ in stdout")


def test_another_order_is_refused_with_a_way_out(project: Project, add: Add) -> None:
    add(
        "a/b.py",
        f"{_DIFFERS_WHEN_RECORDED}\nprint('_proof' not in ''.join(sys.modules))",
    )
    _refused(project, "if any order will do, claim it under `# Unordered output:`")
    text = _file(project).read_text()
    _file(project).write_text(text.replace("# Output:", "# Unordered output:"))
    assert _accept(project).kind == "accepted"
    assert _passes(project)


def test_a_wildcard_for_what_differs_lets_it_be_accepted(
    project: Project, add: Add
) -> None:
    claims = "Output:\n    ...e\n    One"
    add("a/b.py", f"{_DIFFERS_WHEN_RECORDED}\nprint('Two')", claims)
    assert _accept(project).kind == "accepted"
    assert "#     ...e\n#     Two\n" in _file(project).read_text()


@pytest.mark.parametrize(
    ("code", "claims", "metadata", "said"),
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
            "bytes that are not UTF-8",
            id="no-text",
        ),
        pytest.param(
            "print(", "Output:", "", ":3: '(' was never closed, so nothing", id="syntax"
        ),
        pytest.param(
            "print('One')",
            "Output:",
            'requires-python = ">=3.98"',
            "it needs Python >=3.98",
            id="newer-python",
        ),
        pytest.param("", "Prints: x", "", ":7: unknown claim `Prints`", id="malformed"),
        pytest.param(
            "import click", "Output:", "", ":3: it imports 'click'", id="undeclared"
        ),
        pytest.param(
            "print('Two')",
            "Output:\n    One",
            "tool.proof.xfail = true",
            "expected to fail its claims",
            id="expected-failure",
        ),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    project: Project,
    source: Callable[..., str],
    code: str,
    claims: str,
    metadata: str,
    said: str,
) -> None:
    _file(project).parent.mkdir()
    _file(project).write_text(source(code, claims, metadata))
    _refused(project, said)


def test_a_draft_for_another_python_is_refused(project: Project) -> None:
    _file(project).parent.mkdir()
    _file(project).write_text(
        '# /// script\n# requires-python = ">=3.98"\n# ///\n"""It does."""\nnew sign\n'
    )
    _refused(project, "it needs Python >=3.98")


def test_a_syntax_error_in_a_draft_is_refused(project: Project) -> None:
    _file(project).parent.mkdir()
    _file(project).write_text('"""It does."""\n\nprint(1\n')
    _refused(project, ":3: '(' was never closed, so nothing was executed (on 3.")


def test_a_syntax_error_that_is_the_point_is_accepted(project: Project) -> None:
    path = project.snippets / "a/this_is_a_syntax_error.py"
    path.parent.mkdir()
    path.write_text('"""This is."""\n\nprint(1\n')
    assert _accept(project, "a/this_is_a_syntax_error.py").kind == "accepted"
    assert path.read_text().endswith("# Raises: SyntaxError: '(' was never closed\n")


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_cannot_be_read_is_refused(
    project: Project, make: Callable[[Path], None]
) -> None:
    _file(project).parent.mkdir()
    make(_file(project))
    outcome = _accept(project)
    assert outcome.kind == "refused"
    assert outcome.reason.startswith("snippets/a/b.py: it ")


def test_what_is_not_text_is_refused(project: Project) -> None:
    _file(project).parent.mkdir()
    _file(project).write_bytes(b'"""\xff"""\n')
    _refused(project, "it is not UTF-8")


def test_what_somebody_saves_meanwhile_is_left_as_it_is(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a/a.py", "a/b.py", "a/c.py"]
    for name in names:
        add(name, "print('Two')")
    really = runner.run_all

    def run_all(*words: object) -> object:
        batch = really(*words)  # type: ignore[arg-type]
        _file(project).write_text("mine")
        return batch

    monkeypatch.setattr(accepting, "run_all", run_all)
    outcomes = accept(project, names, only_this(), _quietly)
    assert [one.kind for one in outcomes] == ["accepted", "refused", "accepted"]
    assert outcomes[1].reason == (
        "snippets/a/b.py: it was saved while it was executed, so it was left as it "
        "is; accept it again"
    )
    texts = [(project.snippets / name).read_text() for name in names]
    assert texts[1] == "mine"
    assert all("#     Two\n" in text for text in (texts[0], texts[2]))


def test_what_cannot_be_written_is_left_as_it_is(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/a.py", "print('Two')")
    add("a/b.py", "print('Two')")

    def replace_file(path: Path, content: bytes) -> None:
        if path == _file(project):
            raise OSError(28, "No space left on device")
        files.replace_file(path, content)

    monkeypatch.setattr(accepting, "replace_file", replace_file)
    before = _file(project).read_bytes()
    refused, accepted = accept(project, ["a/b.py", "a/a.py"], only_this(), _quietly)
    assert refused.reason == (
        "snippets/a/b.py: it cannot be written (No space left on device) and was left "
        "as it is"
    )
    assert accepted.kind == "accepted"
    assert _file(project).read_bytes() == before


def test_an_interruption_while_executing_writes_nothing(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("a/b.py", "print('Two')")
    before = _file(project).read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(accepting, "run_all", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _accept(project)
    assert _file(project).read_bytes() == before


def test_each_is_accepted_or_refused_by_itself(project: Project, add: Add) -> None:
    add("a/b.py", "print('Two')")
    add("a/c.py", _DIFFERS_WHEN_RECORDED)
    add("a/d.py")
    names = ["a/c.py", "a/d.py", "a/b.py"]
    outcomes = accept(project, names, only_this(), _quietly)
    assert [one.path for one in outcomes] == [f"snippets/{name}" for name in names]
    assert [one.kind for one in outcomes] == ["refused", "unchanged", "accepted"]


def test_who_watches_is_called_for_each_round(project: Project, add: Add) -> None:
    calls: list[str] = []

    class Watching(Observer):
        def planned(self, jobs: object) -> None:
            calls.append("planned")

        def ran(self, job: object, run: Run) -> None:
            calls.append(run.snippet)

    add("a/b.py", "print('Two')")
    accept(project, ["a/b.py"], only_this(), lambda: nullcontext(Watching()))
    assert calls == ["planned", "a/b.py"]


def test_each_outcome_has_its_lines() -> None:
    outcomes = [
        Outcome("snippets/a.py", "accepted", notes=("Takes is 0.3 s now",)),
        Outcome("snippets/b.py", "unchanged"),
        Outcome("snippets/c.py", "refused", "snippets/c.py: no\n    because"),
    ]
    assert "\n".join(map(str, outcomes)).split("\n") == [
        "snippets/a.py: accepted",
        "    Takes is 0.3 s now",
        "snippets/b.py: nothing to change, its claims are right",
        "snippets/c.py: no",
        "    because",
    ]
