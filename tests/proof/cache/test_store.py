"""Runs on disk: whole or not at all, and no longer than something names them."""

import errno
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import msgspec
import pytest
from tests.pythons import made_up

from proof.cache.key import key_parts
from proof.cache.store import Store, as_stored
from proof.errors import ProofError
from proof.project import Project
from proof.runs.interpreter import Interpreter
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
MakeRun = Callable[..., Run]

PYTHON: Final = made_up("3.13")
ANOTHER: Final = made_up("3.14")


@pytest.fixture
def run(executed: Callable[..., Execution], made: MakeRun) -> MakeRun:
    """Make up a run of a snippet that printed something."""

    def make(
        snippet: Snippet,
        printed: str = "One",
        tries: int = 1,
        python: Interpreter = PYTHON,
    ) -> Run:
        return made(
            executed([printed], ["\x1b é \ud7ff \\ud800"], problems=["none at all"]),
            executed([printed], took=0.1),
            snippet=snippet.name,
            tries=tries,
            python=python.name,
        )

    return make


def _files(project: Project) -> list[Path]:
    return sorted((project.store / "runs").iterdir())


def test_what_was_saved_is_loaded(project: Project, add: Add, run: MakeRun) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_a_run_can_be_had_in_the_form_in_which_it_is_loaded(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    just_made = run(snippet)
    whole = replace(just_made.recorded, recorder_setup=0)
    just_made = replace(just_made, recorded=whole)
    Store(project).save(snippet, PYTHON, just_made)
    loaded = msgspec.json.encode(Store(project).load(snippet, PYTHON))
    assert msgspec.json.encode(just_made) != loaded
    assert msgspec.json.encode(as_stored(just_made)) == loaded


def test_what_was_never_saved_is_a_miss(project: Project, add: Add) -> None:
    assert Store(project).load(add("a/one.py"), PYTHON) is None


def test_saving_again_replaces(project: Project, add: Add, run: MakeRun) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    Store(project).save(snippet, PYTHON, run(snippet, tries=2))
    assert Store(project).load(snippet, PYTHON) == run(snippet, tries=2)
    assert len(_files(project)) == 1


def test_a_run_without_control_will_not_do_where_one_is_wanted(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    recorded = replace(run(snippet), control=None)
    Store(project).save(snippet, PYTHON, recorded)
    assert Store(project).load(snippet, PYTHON) == recorded
    assert Store(project).load(snippet, PYTHON, controlled=True) is None
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(snippet, PYTHON, controlled=True) == run(snippet)
    assert len(_files(project)) == 1


def test_each_python_has_its_own_run(project: Project, add: Add, run: MakeRun) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    Store(project).save(snippet, ANOTHER, run(snippet, "Two", python=ANOTHER))
    assert Store(project).load(snippet, PYTHON) == run(snippet)
    assert Store(project).load(snippet, ANOTHER) == run(snippet, "Two", python=ANOTHER)


def test_whether_there_is_any_run_is_asked_of_one_python(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    add("a/one.py", "print('One')")
    assert Store(project).has_any("a/one.py", PYTHON)
    assert not Store(project).has_any("a/one.py", ANOTHER)
    assert not Store(project).has_any("a/two.py", PYTHON)


def test_a_changed_snippet_is_a_miss(project: Project, add: Add, run: MakeRun) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(add("a/one.py", "print('One')"), PYTHON) is None


def test_snippets_do_not_get_each_others_runs(
    project: Project, add: Add, run: MakeRun
) -> None:
    one, two = add("a/same.py"), add("b/same.py")
    Store(project).save(one, PYTHON, run(one))
    assert Store(project).load(two, PYTHON) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="torn"),
        pytest.param(lambda content: content[:-1], id="last-byte-missing"),
        pytest.param(lambda content: b"\xff" + content, id="no-utf8"),
        pytest.param(lambda content: content.replace(b"One", b"\xff"), id="bit-rot"),
        pytest.param(lambda _: b"[]", id="another-type"),
        pytest.param(lambda _: b"{}", id="nothing-in-it"),
        pytest.param(
            lambda content: content.replace(b'"tries":1', b'"tries":"1"'),
            id="a-wrong-type-inside",
        ),
        pytest.param(
            lambda content: content.replace(b'"snippet":"', b'"snippet":"x', 1),
            id="parts-of-something-else",
        ),
    ],
)
def test_a_damaged_entry_is_a_miss_until_it_is_saved_again(
    project: Project, add: Add, run: MakeRun, damage: Callable[[bytes], bytes]
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (file,) = _files(project)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert file.read_bytes() != whole
    assert Store(project).load(snippet, PYTHON) is None
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_a_folder_in_the_place_of_an_entry_is_a_miss(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (file,) = _files(project)
    file.unlink()
    file.mkdir()
    assert Store(project).load(snippet, PYTHON) is None


def test_what_cannot_be_saved_leaves_nothing_half_done(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (file,) = _files(project)
    file.unlink()
    file.mkdir()
    with pytest.raises(ProofError, match="Is a directory"):
        Store(project).save(snippet, PYTHON, run(snippet))
    assert _files(project) == [file]


def _failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_full_disk_is_said_in_a_sentence_and_harms_nothing(
    project: Project, add: Add, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", _failing(errno.ENOSPC))
        with pytest.raises(ProofError) as caught:
            Store(project).save(snippet, PYTHON, run(snippet, tries=2))
    assert str(caught.value) == (
        ".proof/runs: stored runs cannot be written there (No space left on device); "
        "make room on its disk and try again; what was stored before is unharmed"
    )
    assert Store(project).load(snippet, PYTHON) == run(snippet)
    assert len(_files(project)) == 1


def test_what_must_not_be_read_is_no_miss(
    project: Project, add: Add, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    monkeypatch.setattr(Path, "read_bytes", _failing(errno.EACCES))
    store = Store(project)
    for read in (
        lambda: store.load(snippet, PYTHON),
        lambda: store.entry(snippet, PYTHON),
        lambda: store.newest(snippet.name, PYTHON),
    ):
        with pytest.raises(ProofError) as caught:
            read()
        assert str(caught.value) == (
            ".proof/runs: stored runs cannot be read there (Permission denied); change "
            "that, or remove the folder, and try again"
        )


def test_what_must_not_be_removed_is_said(
    project: Project, add: Add, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    monkeypatch.setattr(Path, "unlink", _failing(errno.EROFS))
    with pytest.raises(ProofError, match="cannot be written there"):
        Store(project).prune([], [])


def test_a_run_of_what_was_saved_meanwhile_is_not_stored(
    project: Project, add: Add, run: MakeRun
) -> None:
    before = add("a/one.py")
    now = add("a/one.py", "print('Two')")
    Store(project).save(before, PYTHON, run(before))
    assert Store(project).load(before, PYTHON) is None
    assert Store(project).load(now, PYTHON) is None


def test_reading_while_others_write_returns_something_whole(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    # Long enough to be written in several pieces, if it were written in place.
    runs = [run(snippet, printed=letter * 200_000) for letter in "ab"]
    Store(project).save(snippet, PYTHON, runs[0])
    done = threading.Event()

    def write(run: Run) -> None:
        while not done.is_set():
            Store(project).save(snippet, PYTHON, run)

    writers = [threading.Thread(target=write, args=(run,)) for run in runs]
    for writer in writers:
        writer.start()
    try:
        loaded = [Store(project).load(snippet, PYTHON) for _ in range(100)]
    finally:
        done.set()
        for writer in writers:
            writer.join()
    assert all(run in runs for run in loaded)
    assert [file.suffix for file in _files(project)] == [".json"]


def _prune(project: Project, *snippets: Snippet, python: Interpreter = PYTHON) -> None:
    wanted = [(snippet, python) for snippet in snippets]
    Store(project).prune(wanted, project.snippet_names())


def test_what_is_as_it_was_stays(project: Project, add: Add, run: MakeRun) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    _prune(project, snippet)
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_runs_of_an_earlier_state_go(project: Project, add: Add, run: MakeRun) -> None:
    earlier = add("a/one.py")
    Store(project).save(earlier, PYTHON, run(earlier))
    now = add("a/one.py", "print('One')")
    Store(project).save(now, PYTHON, run(now))
    _prune(project, now)
    assert Store(project).load(earlier, PYTHON) is None
    assert Store(project).load(now, PYTHON) == run(now)


def test_runs_of_a_snippet_that_is_gone_go(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (project.snippets / snippet.name).unlink()
    _prune(project)
    assert _files(project) == []


def test_runs_of_a_snippet_that_cannot_be_read_stay(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (project.snippets / snippet.name).write_text("print('half writt")
    with pytest.raises(ProofError):
        Snippet.load(project, snippet.name)
    _prune(project)
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_runs_of_a_snippet_that_is_not_looked_at_stay(
    project: Project, add: Add, run: MakeRun
) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    Store(project).save(one, PYTHON, run(one))
    Store(project).save(two, PYTHON, run(two))
    _prune(project, one)
    assert Store(project).load(two, PYTHON) == run(two)


def test_runs_of_another_interpreter_stay(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(snippet, ANOTHER) is None
    Store(project).save(snippet, ANOTHER, run(snippet, "One", 3, ANOTHER))
    _prune(project, snippet, python=ANOTHER)
    assert Store(project).load(snippet, ANOTHER) == run(snippet, "One", 3, ANOTHER)
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_but_not_when_their_snippet_is_gone(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, ANOTHER, run(snippet, python=ANOTHER))
    (project.snippets / snippet.name).unlink()
    _prune(project)
    assert _files(project) == []


@pytest.mark.parametrize("name", ["notes.json", "x.json.part", ".DS_Store", "a.b.json"])
def test_a_file_of_somebody_else_breaks_nothing(
    project: Project, add: Add, run: MakeRun, name: str
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (project.store / "runs" / name).write_text("{}")
    _prune(project, snippet)
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_a_store_that_does_not_exist_yet_can_be_pruned(
    project: Project, add: Add
) -> None:
    _prune(project, add("a/one.py"))
    assert not project.store.exists()


def _at(run: Run, second: int) -> Run:
    return replace(run, made_at=f"2026-11-21T20:15:{second:02}Z")


def test_an_entry_says_what_a_run_was_made_of(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    assert Store(project).entry(snippet, PYTHON) is None
    assert Store(project).newest("a/one.py", PYTHON) is None
    Store(project).save(snippet, PYTHON, run(snippet))
    kept = Store(project).entry(snippet, PYTHON)
    assert kept == Store(project).newest("a/one.py", PYTHON)
    assert kept
    assert (kept.made.at, kept.earlier) == ("2026-11-21T20:15:00Z", None)
    assert kept.made.parts == key_parts(snippet, PYTHON)


def test_a_run_knows_what_the_one_before_it_was_made_of(
    project: Project, add: Add, run: MakeRun
) -> None:
    earlier = add("a/one.py")
    Store(project).save(earlier, PYTHON, run(earlier))
    now = add("a/one.py", "print('One')")
    assert Store(project).entry(now, PYTHON) is None
    before = Store(project).newest("a/one.py", PYTHON)
    Store(project).save(now, PYTHON, _at(run(now), 1))
    _prune(project, now)
    kept = Store(project).entry(now, PYTHON)
    assert before
    assert kept
    assert kept.earlier == before.made
    assert kept.made.parts == key_parts(now, PYTHON)


def test_the_newest_is_the_one_made_last(
    project: Project, add: Add, run: MakeRun
) -> None:
    for second, code in ((1, "print('One')"), (3, "print('Two')"), (2, "print()")):
        snippet = add("a/one.py", code)
        Store(project).save(snippet, PYTHON, _at(run(snippet), second))
    newest = Store(project).newest("a/one.py", PYTHON)
    assert newest
    assert newest.made.at == "2026-11-21T20:15:03Z"


def test_what_this_interpreter_made_is_preferred_to_what_another_of_it_did(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    patched = replace(PYTHON, name="CPython 3.13.2", build="CPython 3.13.2 (made up)")
    Store(project).save(snippet, PYTHON, _at(run(snippet), 1))
    newest = Store(project).newest("a/one.py", patched)
    assert newest
    assert newest.made.at == "2026-11-21T20:15:01Z"
    Store(project).save(snippet, patched, _at(run(snippet, python=patched), 2))
    newest = Store(project).newest("a/one.py", PYTHON)
    assert newest
    assert newest.made.at == "2026-11-21T20:15:01Z"


@pytest.mark.parametrize("version", ["3.12", "3.14", "3.13t"])
def test_what_another_version_made_is_no_earlier_run(
    project: Project, add: Add, run: MakeRun, version: str
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    other = made_up(version)
    assert Store(project).newest("a/one.py", other) is None
    Store(project).save(snippet, other, run(snippet, python=other))
    kept = Store(project).entry(snippet, other)
    assert kept
    assert kept.earlier is None


def test_runs_of_an_earlier_state_stay_until_there_is_one_of_now(
    project: Project, add: Add, run: MakeRun
) -> None:
    earlier = add("a/one.py")
    Store(project).save(earlier, PYTHON, run(earlier))
    now = add("a/one.py", "print('One')")
    _prune(project, now)
    assert Store(project).newest("a/one.py", PYTHON)
    Store(project).save(now, PYTHON, run(now))
    _prune(project, now)
    assert len(_files(project)) == 1


def test_an_entry_of_an_older_form_still_says_what_it_was_made_of(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (file,) = _files(project)
    entry = msgspec.json.decode(file.read_bytes())
    del entry["earlier"]
    del entry["run"]["recorded"]
    file.write_bytes(msgspec.json.encode(entry))
    assert Store(project).load(snippet, PYTHON) is None
    kept = Store(project).newest("a/one.py", PYTHON)
    assert kept
    assert kept.earlier is None
    assert kept.made.parts == key_parts(snippet, PYTHON)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff", b"[]", b'{"parts": 1}', b'{"parts": {}, "run": 1}']
)
def test_a_damaged_entry_says_nothing(
    project: Project, add: Add, run: MakeRun, content: bytes
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    (file,) = _files(project)
    file.write_bytes(content)
    assert Store(project).newest("a/one.py", PYTHON) is None
    assert Store(project).entry(snippet, PYTHON) is None
    Store(project).save(snippet, PYTHON, run(snippet))
    assert Store(project).load(snippet, PYTHON) == run(snippet)


def test_what_a_killed_writer_left_goes(
    project: Project, add: Add, run: MakeRun
) -> None:
    snippet = add("a/one.py")
    Store(project).save(snippet, PYTHON, run(snippet))
    part = _files(project)[0].parent / ".x.part"
    part.touch()
    os.utime(part, (0, 0))
    _prune(project, snippet)
    assert not part.exists()
