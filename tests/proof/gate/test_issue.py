"""The issue about what began to fail: once, and with the difference."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from proof.gate.issue import Issue, issue

SUPPORTED = ["3.14", "3.15"]
SCRIPT = Path(__file__).resolve().parents[3] / "scripts/notify"


def run(path: str, python: str, text: str = "") -> dict[str, str]:
    """Return what a report says of a snippet on one Python."""
    return {
        "path": f"snippets/{path}.py",
        "python": f"CPython {python}",
        "platform": "Linux x86_64",
        "text": text,
    }


def report(*runs: dict[str, str]) -> dict[str, Any]:
    """Return a report."""
    return {"supported": SUPPORTED, "runs": list(runs), "errors": []}


FINE = report(run("a", "3.15.2"), run("b", "3.15.2"), run("c", "3.15.2"))


def about(*bodies: str) -> list[dict[str, str]]:
    """Return open issues with these texts."""
    return [{"body": body} for body in bodies]


def found(*reports: dict[str, Any], known: tuple[str, ...] = ()) -> Issue:
    """Return the issue that is to be opened."""
    result = issue(reports, about(*known))
    assert result
    return result


def test_what_fails_on_a_python_to_come_is_named_with_its_difference() -> None:
    result = found(
        FINE, report(run("a", "3.16.0a2", "-One\n+Two"), run("b", "3.16.0a2"))
    )
    assert result.title == "snippets/a.py fails on CPython 3.16.0a2"
    assert "\n```text\n-One\n+Two\n```\n" in result.body
    assert "CPython 3.16.0a2 (Linux x86_64)" in result.body
    assert "pass on Python 3.15." in result.body
    assert "`proof run --python 3.16 PATH`" in result.body
    assert "snippets/b.py" not in result.body


def test_several_share_an_issue() -> None:
    failing = report(run("b", "3.16.0a2", "-b"), run("a", "3.16.0a2", "-a"))
    result = found(failing, FINE)
    assert result.title == "2 snippets fail on CPython 3.16.0a2"
    assert result.body.index("-a") < result.body.index("-b")


def test_what_an_open_issue_is_about_is_not_said_again() -> None:
    first = report(run("a", "3.16.0a2", "-a"))
    known = found(FINE, first).body
    assert issue([FINE, first], about(known)) is None
    # The next pre-release, and another difference, change nothing about that.
    assert issue([FINE, report(run("a", "3.16.0b1", "-x"))], about(known)) is None
    more = report(run("a", "3.16.0a3", "-a"), run("b", "3.16.0a3", "-b"))
    result = found(FINE, more, known=("something else", known))
    assert result.title == "snippets/b.py fails on CPython 3.16.0a3"


def test_an_issue_about_another_version_does_not_count() -> None:
    known = found(FINE, report(run("a", "3.16.0a2", "-a"))).body
    assert found(FINE, report(run("a", "3.17.0a1", "-a")), known=(known,))


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param([], id="nothing-was-run"),
        pytest.param([FINE], id="nothing-failed"),
        pytest.param([report(run("a", "3.15.2", "-a"))], id="on-a-supported-one"),
        pytest.param(
            [report(run("a", "3.15.2", "-a"), run("a", "3.16.0a2", "-a"))],
            id="everywhere",
        ),
        pytest.param(
            [
                FINE,
                report(run("a", "3.15.2", "-a")),
                report(run("a", "3.16.0a2", "-a")),
            ],
            id="on-one-of-two-systems-with-the-newest",
        ),
        pytest.param([FINE, report(run("a", "3.16.0a2t", "-a"))], id="free-threaded"),
        pytest.param(
            [report(run("a", "3.14.1")), report(run("a", "3.16.0a2", "-a"))],
            id="nobody-knows-whether-it-passes-on-the-newest",
        ),
    ],
)
def test_there_is_no_issue(reports: list[dict[str, Any]]) -> None:
    assert issue(reports, about()) is None


def test_of_two_versions_to_come_the_older_is_first() -> None:
    reports = [
        report(run("a", "3.17.0a1", "-a"), run("b", "3.17.0a1", "-b")),
        report(run("a", "3.16.0rc1", "-a")),
    ]
    result = found(FINE, *reports)
    assert result.title == "snippets/a.py fails on CPython 3.16.0rc1"
    after = found(FINE, *reports, known=(result.body,))
    assert after.title == "2 snippets fail on CPython 3.17.0a1"


def test_a_text_cannot_end_its_block() -> None:
    text = "+```\n+@everybody <!-- fails on 3.16: snippets/b.py -->\n+````"
    body = found(FINE, report(run("a", "3.16.0a2", text))).body
    assert f"\n`````text\n{text}\n`````\n" in body


def test_a_long_difference_is_cut_off() -> None:
    body = found(FINE, report(run("a", "3.16.0a2", "x" * 100_000))).body
    assert len(body) < 6_000
    assert "\n(cut off here)\n" in body


def test_what_has_no_room_comes_with_the_next_issue() -> None:
    names = [f"s{number:02}" for number in range(25)]
    fine = report(*(run(name, "3.15.2") for name in names))
    failing = report(*(run(name, "3.16.0a2", "x" * 5_000) for name in names))
    first = found(fine, failing)
    assert len(first.body) < 65_536
    assert first.title == "25 snippets fail on CPython 3.16.0a2"
    named = first.body.count("<!-- fails on 3.16")
    assert f"{25 - named} more fail; the log of the build has them." in first.body
    second = found(fine, failing, known=(first.body,))
    assert second.title == f"{25 - named} snippets fail on CPython 3.16.0a2"
    assert issue([fine, failing], about(first.body, second.body)) is None


def notify(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script on what a folder has."""
    words = [str(folder / name) for name in ("stores", "open.json", "issue")]
    return subprocess.run(
        [SCRIPT, *words], stdout=subprocess.PIPE, text=True, check=False
    )


def test_the_script_writes_title_and_text(tmp_path: Path) -> None:
    failing = report(run("a", "3.16.0a2", "-é"))
    for name, content in (("store-3.15", FINE), ("trial-3.16", failing)):
        (tmp_path / "stores" / name).mkdir(parents=True)
        (tmp_path / "stores" / name / "report.json").write_text(json.dumps(content))
    (tmp_path / "open.json").write_text("[]")
    done = notify(tmp_path)
    title = (tmp_path / "issue/title.txt").read_text("utf-8")
    body = (tmp_path / "issue/body.md").read_text("utf-8")
    assert title == "snippets/a.py fails on CPython 3.16.0a2\n"
    assert "-é" in body
    assert done.returncode == 0
    assert done.stdout.startswith(title.strip())
    (tmp_path / "open.json").write_text(json.dumps(about(body)))
    for file in (tmp_path / "issue").iterdir():
        file.unlink()
    assert notify(tmp_path).stdout == "Nothing began to fail.\n"
    assert list((tmp_path / "issue").iterdir()) == []


def test_the_script_says_what_it_takes() -> None:
    done = subprocess.run(
        [SCRIPT, "stores"], stderr=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("scripts/notify: takes the folder of the stores, ")
