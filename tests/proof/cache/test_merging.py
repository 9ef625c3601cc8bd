"""Joining stores: what fits is used, and anything else is refused before it is."""

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from proof.cache import merging
from proof.cache.exporting import export
from proof.cache.store import Store
from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.pythons.choice import VARIABLE, Pythons, choose
from proof.pythons.elsewhere import read_merged
from proof.runs.interpreter import Interpreter, Package
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Record = Callable[..., Path]


def python(
    name: str, platform: str = "Linux x86_64", packages: str = "click 8.1.0"
) -> Interpreter:
    """Make up an interpreter of another machine."""
    package, version = packages.split()
    return Interpreter(
        executable=Path("/opt/python/bin/python"),
        name=name,
        build=f"{name} (main)",
        platform=platform,
        system=f"{platform} in detail",
        free_threaded=name.endswith("t"),
        folders=(("/opt/python", "<prefix>"),),
        installed={package: Package(version)},
    )


@pytest.fixture
def record(
    project: Project,
    tmp_path: Path,
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Record:
    """Make the store of another machine, on which snippets were run by a Python."""

    def make(
        folder: str,
        by: Interpreter,
        *snippets: Snippet,
        printed: str = "One",
        at: str = "2026-11-21T20:15:00Z",
    ) -> Path:
        other = Project(project.root)
        run = replace(made(executed([printed]), python=by.name), platform=by.platform)
        for one in snippets:
            Store(other).save(one, by, replace(run, snippet=one.name, made_at=at))
        store = tmp_path / folder
        export(other, [(one, by) for one in snippets], store)
        shutil.rmtree(other.store)
        return store

    return make


def merge(project: Project, *stores: Path) -> merging.Joined:
    """Join stores and merge them."""
    joined = merging.join(project, stores)
    merging.merge(project, joined)
    return joined


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def refusal(project: Project, *stores: Path) -> str:
    """Return why stores are refused; the project's own must stay as it is."""
    before = contents(project.store)
    with pytest.raises(ProofError) as caught:
        merge(project, *stores)
    assert contents(project.store) == before
    return str(caught.value)


def test_merged_runs_are_looked_up_and_say_who_made_them(
    project: Project, add: Add, record: Record
) -> None:
    snippet, by = add("a/one.py"), python("CPython 3.13.2", "Darwin arm64")
    merge(project, record("mac", by, snippet))
    found = read_merged(project)["3.13"]
    assert (found.name, found.platform) == (by.name, by.platform)
    assert found.is_elsewhere
    assert found.folders == ()
    run = Store(project).load(snippet, found, controlled=True)
    assert run
    assert run.platform == "Darwin arm64"


def test_they_take_the_place_of_the_machines_own_python(
    project: Project,
    add: Add,
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("proof.pythons.choice.find", lambda *_: {})
    merge(project, record("other", python("CPython 3.12.1"), add("a/one.py")))
    assert [one.name for one in choose(project).interpreters] == ["CPython 3.12.1"]
    merging.unmerge(project)
    with pytest.raises(ProofError, match="is on this machine"):
        choose(project)


def test_they_can_be_asked_for_alone(
    project: Project, add: Add, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge(project, record("other", python("CPython 3.12.1"), add("a/one.py")))
    monkeypatch.setenv("PROOF_PYTHONS", "merged")
    found: Pythons = choose(project)
    assert [one.version for one in found.interpreters] == ["3.12"]
    assert found.absent["3.11"] == "no runs of 3.11 were merged"
    assert set(found.absent) == {"3.11", "3.13", "3.14", "3.15"}


def test_where_nothing_was_merged_that_is_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROOF_PYTHONS", "merged")
    with pytest.raises(ProofError, match="no store was merged into this one; name"):
        choose(project)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff"])
def test_a_damaged_note_of_what_was_merged_is_said(
    project: Project, content: bytes
) -> None:
    project.store.mkdir()
    (project.store / "merged.json").write_bytes(content)
    with pytest.raises(ProofError, match=r"^\.proof/merged\.json: .*merge them again"):
        choose(project)


def test_every_order_gives_the_same(project: Project, add: Add, record: Record) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    stores = [
        record("b", python("CPython 3.12.1"), one, two),
        record("a", python("CPython 3.12.2", "Darwin arm64"), one, two),
        record("d", python("CPython 3.12.2"), one, two),
        record("c", python("CPython 3.14.0t"), one),
    ]
    results = []
    for order in permutations(stores):
        shutil.rmtree(project.store, ignore_errors=True)
        results.append((merge(project, *order), contents(project.store)))
    assert all(result == results[0] for result in results)


def chosen(project: Project, *stores: Path) -> str:
    """Return which store is used for the newest version, whatever the order."""
    names = {
        merging.join(project, order).taken[0].folder.name
        for order in permutations(stores)
    }
    assert len(names) == 1
    return names.pop()


def test_of_two_for_a_version_the_newest_patch_release_is_taken(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py")
    older = record("older", python("CPython 3.12.9"), snippet)
    newer = record("newer", python("CPython 3.12.10", "Darwin arm64"), snippet)
    assert chosen(project, older, newer) == "newer"


def test_a_final_release_is_newer_than_its_candidates(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py")
    stores = [
        record(name, python(f"CPython 3.15.0{name}"), snippet)
        for name in ("a3", "b1", "rc2")
    ]
    final = record("final", python("CPython 3.15.0"), snippet)
    assert chosen(project, *stores, final) == "final"


def test_of_two_of_the_same_release_linux_is_taken(
    project: Project, add: Add, record: Record
) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    linux = record("linux", python("CPython 3.12.2"), one)
    mac = record(
        "mac",
        python("CPython 3.12.2", "Darwin arm64"),
        one,
        two,
        at="2027-01-01T00:00:00Z",
    )
    assert chosen(project, linux, mac) == "linux"


def test_then_the_one_with_most_runs_and_then_the_one_made_last(
    project: Project, add: Add, record: Record
) -> None:
    one, two, by = add("a/one.py"), add("a/two.py"), python("CPython 3.12.2")
    part = record("part", by, one, at="2027-01-01T00:00:00Z")
    whole = record("whole", by, one, two)
    later = record("later", by, one, two, at="2026-12-01T00:00:00Z")
    assert chosen(project, part, whole) == "whole"
    assert chosen(project, part, whole, later) == "later"


def test_what_is_not_taken_does_not_mix_with_what_is(
    project: Project, add: Add, record: Record
) -> None:
    one, two, by = add("a/one.py"), add("a/two.py"), python("CPython 3.12.2")
    first = record("first", by, one, two)
    second = record("second", by, one, at="2026-12-01T00:00:00Z")
    merge(project, first)
    merge(project, second)
    found = read_merged(project)["3.12"]
    assert Store(project).load(one, found)
    assert Store(project).load(two, found) is None


def test_merging_twice_changes_nothing(
    project: Project, add: Add, record: Record
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    first = merge(project, store)
    files = [path for path in project.store.rglob("*") if path.is_file()]
    written = {path: path.stat().st_ino for path in files}
    assert merge(project, store) == first
    assert {path: path.stat().st_ino for path in files} == written
    assert merge(project, store, store) == first


def test_what_was_merged_before_is_replaced(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py")
    merge(project, record("old", python("CPython 3.11.2"), snippet))
    merge(project, record("new", python("CPython 3.12.1"), snippet))
    assert list(read_merged(project)) == ["3.12"]


def test_versions_that_the_site_is_not_about_are_left_out(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py")
    stores = [
        record(name, python(f"CPython {name}"), snippet)
        for name in ("3.16.0a2", "3.14.1t", "3.14.1")
    ]
    joined = merge(project, *stores)
    assert [one.python.version for one in joined.taken] == ["3.14"]
    assert [one.python.version for one in joined.unsupported] == ["3.16", "3.14t"]
    assert joined.missing == ("3.11", "3.12", "3.13", "3.15")
    said = refusal(project, *stores[:2])
    assert said.endswith(
        "none of these stores has runs of Python 3.11 to 3.15; name one that has"
    )


def test_a_changed_snippet_is_of_another_state(
    project: Project, add: Add, record: Record
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    (file,) = (store / "runs").iterdir()
    add("a/one.py", "print('One')")
    assert refusal(project, store) == (
        f"{file}: snippets/a/one.py on 3.12 was run from another state of the project: "
        "its file has changed; make the store again from this state of the project"
    )


def test_a_snippet_that_is_gone_is_of_another_state(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py")
    store = record("other", python("CPython 3.12.1"), snippet)
    (project.snippets / snippet.name).unlink()
    assert "snippets/a/one.py on 3.12, which is not in this state" in refusal(
        project, store
    )


@pytest.mark.parametrize(
    ("digest", "said"),
    [
        ("_digest_of_runner", "the tooling that executes snippets has changed"),
        ("_digest_of", "the recorder has changed"),
    ],
)
def test_another_tooling_is_another_state(
    project: Project,
    add: Add,
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    digest: str,
    said: str,
) -> None:
    snippet = add("a/one.py")
    with monkeypatch.context() as patch:
        patch.setattr(f"proof.cache.key.{digest}", lambda *_: "0" * 64)
        store = record("other", python("CPython 3.12.1"), snippet)
    assert said in refusal(project, store)


def test_one_store_that_does_not_fit_refuses_all(
    project: Project, add: Add, record: Record
) -> None:
    one = add("a/one.py")
    fits = record("fits", python("CPython 3.11.2"), one)
    merge(project, fits)
    old = record("old", python("CPython 3.12.1"), add("a/two.py"))
    add("a/two.py", "print('Two')")
    for stores in permutations([fits, old]):
        assert "its file has changed" in refusal(project, *stores)


NEEDS_CLICK = 'dependencies = ["click"]'


def test_packages_that_are_not_those_pinned_are_refused(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py", metadata=NEEDS_CLICK)
    wrong = python("CPython 3.12.1", packages="click 8.0.9")
    store = record("other", wrong, snippet)
    assert (
        "snippets/a/one.py on 3.12 was run with click 8.0.9, which is not what "
        "requirements-snippets.txt pins; make the store again"
    ) in refusal(project, store)


def test_packages_that_are_pinned_are_taken(
    project: Project, add: Add, record: Record
) -> None:
    snippet = add("a/one.py", metadata=NEEDS_CLICK)
    merge(project, record("other", python("CPython 3.12.1"), snippet))
    assert list(read_merged(project)) == ["3.12"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda content: content[:-9], id="torn"),
        pytest.param(lambda content: b"\xff" + content, id="no-utf8"),
        pytest.param(lambda _: b"{}", id="nothing-in-it"),
        pytest.param(
            lambda content: content.replace(b'"snippet":"a/o', b'"snippet":"a/p'),
            id="of-another-snippet",
        ),
        pytest.param(
            lambda content: content.replace(b'"python":"CPython', b'"python":"PyPy'),
            id="of-another-python",
        ),
        pytest.param(
            lambda content: content.replace(b'"runner":"', b'"runner":"0'),
            id="not-what-its-name-says",
        ),
        pytest.param(
            lambda content: content.replace(b"2026-11-21T20:15:00Z", b"yesterday"),
            id="no-time",
        ),
    ],
)
def test_a_damaged_run_is_refused(
    project: Project, add: Add, record: Record, damage: Callable[[bytes], bytes]
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    (file,) = (store / "runs").iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert file.read_bytes() != whole
    assert refusal(project, store).startswith(f"{file}: it is damaged, ")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff"])
def test_a_damaged_interpreter_is_refused(
    project: Project, add: Add, record: Record, content: bytes
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    (file,) = (store / "interpreters").iterdir()
    file.write_bytes(content)
    assert refusal(project, store).startswith(f"{file}: it says of no interpreter")


def test_an_interpreter_with_a_strange_name_is_refused(
    project: Project, add: Add, record: Record
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    (file,) = (store / "interpreters").iterdir()
    about = msgspec.json.decode(file.read_bytes())
    file.write_bytes(msgspec.json.encode(about | {"name": "Python, the newest"}))
    assert "'Python, the newest' is no name of a Python" in refusal(project, store)


def test_a_run_of_which_nobody_says_who_made_it_is_refused(
    project: Project, add: Add, record: Record
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    more = record("more", python("CPython 3.12.2"), add("a/one.py"))
    (file,) = (more / "runs").iterdir()
    shutil.copy(file, store / "runs")
    assert refusal(project, store) == (
        f"{store / 'runs' / file.name}: nothing in interpreters says which Python made "
        "it; fetch the store again"
    )


@pytest.mark.parametrize("name", ["x.json", ".json", "a.b.json"])
def test_a_file_of_somebody_else_is_refused(
    project: Project, add: Add, record: Record, name: str
) -> None:
    store = record("other", python("CPython 3.12.1"), add("a/one.py"))
    (store / "runs" / name).write_text("{}")
    assert refusal(project, store).startswith(f"{store / 'runs' / name}: ")


@pytest.mark.parametrize(
    ("folders", "said"),
    [
        ([], "it is no store, for it has no folder 'runs'; name one that"),
        (["runs"], "it is no store, for it has no folder 'interpreters'"),
        (["runs", "interpreters"], "it holds no run; make the store again"),
    ],
)
def test_a_folder_that_is_no_store_is_refused(
    project: Project, tmp_path: Path, folders: Sequence[str], said: str
) -> None:
    folder = tmp_path / "no store"
    for name in folders:
        (folder / name).mkdir(parents=True)
    assert refusal(project, folder).startswith(f"{folder}: {said}")


def full_after_one() -> Callable[[Path, bytes], None]:
    """Let one file be written, and then none."""
    written: list[Path] = []

    def write(path: Path, content: bytes) -> None:
        if written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace_file(path, content)
        written.append(path)

    return write


def test_a_full_disk_leaves_nothing_half_merged(
    project: Project, add: Add, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    first = record("first", python("CPython 3.12.1"), one, two)
    later = record(
        "later", python("CPython 3.12.1"), one, two, at="2027-01-01T00:00:00Z"
    )
    merge(project, first)
    with monkeypatch.context() as patch:
        patch.setattr("proof.cache.merging.replace_file", full_after_one())
        with pytest.raises(ProofError) as caught:
            merge(project, later)
    assert str(caught.value) == (
        ".proof: the store cannot be written (No space left on device); change that, "
        "and merge again"
    )
    assert read_merged(project) == {}
    merge(project, later)
    assert list(read_merged(project)) == ["3.12"]


def test_what_is_out_of_date_is_not_exported(
    project: Project, add: Add, tmp_path: Path, record: Record
) -> None:
    by = python("CPython 3.12.1")
    record("other", by, add("a/one.py"))
    with pytest.raises(ProofError, match=r"^\.proof: there is no run to copy; execute"):
        export(project, [(add("a/one.py", "print('One')"), by)], tmp_path / "x")


def test_exporting_again_replaces_what_was_exported(
    project: Project, add: Add, record: Record
) -> None:
    by = python("CPython 3.12.1")
    record("other", by, add("a/one.py"))
    store = record("other", by, add("a/two.py"))
    assert len(contents(store / "runs")) == 1


def test_where_it_cannot_be_exported_to_is_said(
    project: Project, add: Add, record: Record, tmp_path: Path
) -> None:
    (tmp_path / "other").write_text("a file")
    with pytest.raises(ProofError, match=r"it cannot be written .*name another folder"):
        record("other", python("CPython 3.12.1"), add("a/one.py"))
