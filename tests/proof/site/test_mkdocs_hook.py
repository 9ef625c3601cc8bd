"""The gate in MkDocs, without MkDocs around it."""

import json
import logging
import time
from collections.abc import Callable, Iterator

import click
import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from proof.project import Project
from proof.site import mkdocs_hook
from proof.site.background import Background
from proof.site.failed_fences import FAILED_FENCES
from proof.site.page import show
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]

_FENCES = logging.getLogger("mkdocs.plugins.markdown_exec")


@pytest.fixture
def config(project: Project) -> MkDocsConfig:
    return MkDocsConfig(config_file_path=str(project.root / "mkdocs.yml"))


@pytest.fixture(autouse=True)
def _fences() -> Iterator[None]:
    yield
    FAILED_FENCES.messages.clear()
    _FENCES.removeHandler(FAILED_FENCES)
    _FENCES.setLevel(logging.NOTSET)


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be called by `mkdocs serve`, when the first build is over."""
    background = Background()
    background._has_begun = True
    monkeypatch.setattr(mkdocs_hook, "_background", background)
    with click.Context(click.Command("serve"), info_name="serve"):
        yield


@pytest.fixture
def building() -> Iterator[None]:
    """Be called by `mkdocs build`."""
    with click.Context(click.Command("build"), info_name="build"):
        yield


def test_claims_that_are_met_let_a_build_pass(
    config: MkDocsConfig, add: Add, building: None
) -> None:
    add("a/one.py")
    mkdocs_hook.on_pre_build(config)
    assert 'data-snippet="a/one.py"' in show("a/one.py")


def test_the_evidence_is_written_beside_the_pages(
    config: MkDocsConfig, project: Project, add: Add, building: None
) -> None:
    add("a/one.py")
    mkdocs_hook.on_pre_build(config)
    config.site_dir = str(project.root)
    mkdocs_hook.on_post_build(config)
    content = json.loads((project.root / "evidence.json").read_bytes())
    assert [facts["name"] for facts in content["snippets"]] == ["a/one.py"]


def test_all_failures_stop_a_build_in_one_error(
    config: MkDocsConfig, project: Project, add: Add, building: None
) -> None:
    add("a/bad.py", "print('Two')")
    add("a/worse.py")
    (project.snippets / "a/worse.py").write_text('"""It claims nothing."""\n')
    (project.docs / "index.md").write_text('```python exec="on"\nshow("no.py")\n```\n')
    with pytest.raises(PluginError) as caught:
        mkdocs_hook.on_pre_build(config)
    message = str(caught.value)
    assert "snippets/a/bad.py:7: stdout is not as claimed" in message
    assert "snippets/a/worse.py:1: it claims nothing" in message
    assert "docs/index.md:2: show() asks for 'no.py'" in message


def test_who_builds_otherwise_is_stopped_too(config: MkDocsConfig, add: Add) -> None:
    add("a/bad.py", "print('Two')")
    with pytest.raises(PluginError):
        mkdocs_hook.on_pre_build(config)


def test_serving_goes_on_and_shows_what_differs(
    config: MkDocsConfig, add: Add, serving: None, caplog: pytest.LogCaptureFixture
) -> None:
    add("a/bad.py", "print('Two')")
    mkdocs_hook.on_pre_build(config)
    assert "proof-failed" in show("a/bad.py")
    (error,) = [r for r in caplog.records if r.levelno == logging.ERROR]
    assert "snippets/a/bad.py:7: stdout is not as claimed" in error.getMessage()


def test_serving_the_first_build_waits_for_nothing(
    config: MkDocsConfig,
    project: Project,
    add: Add,
    serving: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mkdocs_hook, "_background", Background())
    done = Background.done_file(project)
    add("a/one.py")
    mkdocs_hook.on_pre_build(config)
    assert "Not run yet as it is now." in show("a/one.py")
    _wait_for(done.exists)
    mkdocs_hook.on_pre_build(config)
    assert "proof-output" in show("a/one.py")
    assert "proof-failed" not in show("a/one.py")


def test_serving_ends_what_it_executes_with_it(
    config: MkDocsConfig,
    project: Project,
    add: Add,
    serving: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mkdocs_hook, "_background", Background())
    add("a/long.py", "import time\ntime.sleep(9)")
    mkdocs_hook.on_pre_build(config)
    process = mkdocs_hook._background._process
    assert process is not None
    assert process.poll() is None
    mkdocs_hook.on_shutdown()
    assert process.poll() is not None


def _wait_for(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_serving_recovers_when_the_file_is_fixed(
    config: MkDocsConfig, add: Add, serving: None
) -> None:
    add("a/one.py", "print('Two')")
    mkdocs_hook.on_pre_build(config)
    add("a/one.py")
    mkdocs_hook.on_pre_build(config)
    assert "proof-failed" not in show("a/one.py")


@pytest.mark.parametrize(
    ("command", "again"), [("serve", False), ("build", True)], ids=["serve", "build"]
)
def test_only_who_builds_hopes_for_another_outcome(
    config: MkDocsConfig,
    add: Add,
    caplog: pytest.LogCaptureFixture,
    command: str,
    again: bool,
) -> None:
    add("a/bad.py", "print('Two')")
    caplog.set_level(logging.INFO, "mkdocs.hooks.proof")
    with click.Context(click.Command(command), info_name=command):
        for _ in range(2):
            caplog.clear()
            try:
                mkdocs_hook.on_pre_build(config)
            except PluginError:
                assert command == "build"
    executed = [r for r in caplog.records if "Executing 1 snippet on" in r.getMessage()]
    assert bool(executed) == again


def test_a_block_that_fails_stops_a_build(config: MkDocsConfig, building: None) -> None:
    mkdocs_hook.on_pre_build(config)
    _FENCES.warning("Execution of python code block exited with errors: NameError")
    with pytest.raises(PluginError, match="NameError"):
        mkdocs_hook.on_env(Environment(autoescape=True))


def test_it_does_so_when_warnings_are_not_wanted(
    config: MkDocsConfig, building: None
) -> None:
    _FENCES.setLevel(logging.ERROR)
    mkdocs_hook.on_pre_build(config)
    _FENCES.warning("one of %s", "them")
    with pytest.raises(PluginError, match="one of them"):
        mkdocs_hook.on_env(Environment(autoescape=True))


def _page(path: str) -> Page:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Test"})
    config.validate()
    return Page(None, File(path, "docs", "site", use_directory_urls=True), config)


def test_every_block_that_failed_is_reported_once(
    config: MkDocsConfig, building: None
) -> None:
    for _ in range(2):
        mkdocs_hook.on_pre_build(config)
    mkdocs_hook.on_page_markdown("", page=_page("a.md"))
    _FENCES.warning("the first")
    mkdocs_hook.on_page_markdown("", page=_page("b/c.md"))
    _FENCES.warning("the second")
    with pytest.raises(PluginError) as caught:
        mkdocs_hook.on_env(Environment(autoescape=True))
    assert str(caught.value).strip().split("\n") == [
        "docs/a.md: the first",
        "docs/b/c.md: the second",
    ]


def test_a_block_that_was_fixed_is_forgotten(
    config: MkDocsConfig, building: None
) -> None:
    mkdocs_hook.on_pre_build(config)
    _FENCES.warning("broken")
    mkdocs_hook.on_pre_build(config)
    environment = Environment(autoescape=True)
    assert mkdocs_hook.on_env(environment) is environment


def test_a_block_that_fails_does_not_stop_serving(
    config: MkDocsConfig, serving: None
) -> None:
    mkdocs_hook.on_pre_build(config)
    _FENCES.warning("broken")
    environment = Environment(autoescape=True)
    assert mkdocs_hook.on_env(environment) is environment
