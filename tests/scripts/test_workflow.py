"""The workflow that publishes: what actionlint and zizmor do not know of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from proof.runs.versions import SUPPORTED, order

REPOSITORY: Final = Path(__file__).resolve().parents[2]
TEXT: Final = (REPOSITORY / ".github/workflows/site.yml").read_text("utf-8")
# YAML reads the key `on` as a truth value.
WORKFLOW: Final[Any] = {
    "on" if key is True else key: value for key, value in yaml.safe_load(TEXT).items()
}
JOBS: Final[dict[str, Any]] = WORKFLOW["jobs"]
MATRIX: Final[Any] = JOBS["record"]["strategy"]["matrix"]
# What executes what a contribution brings: snippets, blocks of pages, tests, scripts.
EXECUTING: Final = ("record", "tests", "site")


def steps(key: str, *jobs: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The steps that have a key, each with the name of its job."""
    for job in jobs or JOBS:
        yield from ((job, step) for step in JOBS[job]["steps"] if key in step)


def test_every_action_is_named_by_its_commit_and_says_which_version_that_is() -> None:
    lines = [line.strip() for line in TEXT.splitlines() if "uses:" in line]
    assert len(lines) == len(list(steps("uses"))) > 0
    pinned = r"- uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [line for line in lines if not re.fullmatch(pinned, line)] == []
    versions = {line.split("@")[0]: line.split("@")[1] for line in lines}
    assert {line.split("@")[1] for line in lines} == set(versions.values())


def test_it_starts_at_a_push_a_contribution_every_week_and_by_hand() -> None:
    triggers = WORKFLOW["on"]
    # Never `pull_request_target`, nor what a contribution could start with secrets.
    assert set(triggers) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert triggers["push"] == {"branches": ["main"]}
    (weekly,) = triggers["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", weekly["cron"])


def test_permissions_are_the_least() -> None:
    assert WORKFLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "record": {"contents": "read"},
        "tests": {"contents": "read"},
        "address": {"pages": "read"},
        "site": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
        "notify": {"contents": "read", "issues": "write"},
    }


def test_what_executes_a_contribution_has_no_secret() -> None:
    assert "secrets" not in TEXT
    for name in EXECUTING:
        assert "token" not in yaml.safe_dump(JOBS[name]), name
    with_token = {job for job, step in steps("env") if "GH_TOKEN" in step["env"]}
    assert with_token == {"address", "notify"}
    assert "GH_TOKEN" not in yaml.safe_dump(
        [JOBS[name].get("env") for name in JOBS] + [WORKFLOW.get("env")]
    )


def test_what_may_publish_executes_nothing() -> None:
    assert JOBS["publish"]["if"] == "github.ref == 'refs/heads/main'"
    (step,) = JOBS["publish"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")


def test_what_may_open_issues_executes_no_contribution_and_no_snippet() -> None:
    assert JOBS["notify"]["if"].startswith("github.event_name == 'schedule' && ")
    commands = [step["run"] for _, step in steps("run", "notify")]
    assert [command.split()[0] for command in commands] == [
        "gh",
        "scripts/notify",
        "gh",
    ]
    script = (REPOSITORY / "scripts/notify").read_text("utf-8")
    assert "set_up" not in script.replace("_setup.sh", "")


def test_no_checkout_keeps_its_credentials() -> None:
    checkouts = [
        s for _, s in steps("uses") if s["uses"].startswith("actions/checkout")
    ]
    assert checkouts
    assert all(one["with"] == {"persist-credentials": False} for one in checkouts)


def test_every_step_is_a_script_of_the_repository_or_asks_the_host() -> None:
    commands = [step["run"] for _, step in steps("run")]
    for command in commands:
        assert "\n" not in command.strip()
        assert "${{" not in command
        name = command.split()[0]
        if name.startswith("scripts/"):
            assert (REPOSITORY / name).stat().st_mode & 0o100
        else:
            assert re.match(r"gh |echo \S+\$\(gh api ", command), command
    scripts = {command.split()[0] for command in commands}
    assert {f"scripts/{n}" for n in ("record", "assemble", "test", "notify")} <= scripts


def test_there_is_a_job_for_each_supported_python() -> None:
    assert tuple(MATRIX["python"]) == SUPPORTED
    assert MATRIX["kind"] == ["store"]
    (linux,) = MATRIX["system"]
    assert linux.startswith("ubuntu-")
    more = {
        (one["kind"], one["system"], str(one["python"])) for one in MATRIX["include"]
    }
    newest, before = SUPPORTED[-1], SUPPORTED[-2]
    next_one = f"3.{order(newest)[1] + 1}"
    mac = next(system for _, system, _ in more if system.startswith("macos-"))
    assert more == {
        ("store", mac, newest),
        ("trial", linux, f"{before}t"),
        ("trial", linux, f"{newest}t"),
        ("trial", linux, next_one),
    }


def test_only_trials_may_fail() -> None:
    assert JOBS["record"]["continue-on-error"] == "${{ matrix.kind == 'trial' }}"
    assert JOBS["record"]["strategy"]["fail-fast"] is False
    others = [job for name, job in JOBS.items() if name != "record"]
    assert [job for job in others if "continue-on-error" in job] == []
    assert [s for _, s in steps("continue-on-error")] == []


def test_a_store_is_kept_when_a_claim_fails_and_only_stores_are_published() -> None:
    (upload,) = (s for _, s in steps("if", "record"))
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert upload["if"] == "always()"
    assert upload["with"]["name"].startswith("${{ matrix.kind }}-")
    download = next(s for _, s in steps("uses", "site") if "/download-" in s["uses"])
    assert download["with"]["pattern"] == "store-*"


def test_a_contribution_gets_its_site_and_evidence_but_is_not_published() -> None:
    uploads = [s for _, s in steps("uses", "site") if "/upload-artifact@" in s["uses"]]
    assert [one["with"]["path"] for one in uploads] == ["site", "site/evidence.json"]
    assert [one for one in uploads if "if" in one] == []
    pages = next(s for _, s in steps("uses", "site") if "/upload-pages-" in s["uses"])
    assert pages["if"] == JOBS["publish"]["if"]
    assert set(JOBS["publish"]["needs"]) == {"site", "tests"}
    assert set(JOBS["site"]["needs"]) == {"record", "address"}


def test_nothing_hangs_or_runs_twice() -> None:
    assert all(0 < job["timeout-minutes"] <= 60 for job in JOBS.values())
    assert "github.ref" in WORKFLOW["concurrency"]["group"]
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == (
        "${{ github.event_name == 'pull_request' }}"
    )
    assert JOBS["publish"]["concurrency"] == {
        "group": "pages",
        "cancel-in-progress": False,
    }


@pytest.mark.parametrize("name", EXECUTING)
def test_the_tooling_is_run_by_a_python_that_it_supports(name: str) -> None:
    chosen = next(s for _, s in steps("uses", name) if "/setup-python@" in s["uses"])
    # The last of several comes first on the PATH.
    last = str(chosen["with"]["python-version"]).split()[-1]
    assert last in SUPPORTED


def test_tests_have_every_supported_python() -> None:
    chosen = next(s for _, s in steps("uses", "tests") if "/setup-python@" in s["uses"])
    assert sorted(chosen["with"]["python-version"].split()) == list(SUPPORTED)
    assert [s["run"] for _, s in steps("run", "tests")] == ["scripts/test"]
    assert [s["run"] for _, s in steps("run", "site")][1:] == [
        "scripts/test tests/site tests/browser"
    ]
