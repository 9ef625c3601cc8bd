"""What all tests share: every snippet is run, and the site built, once per test run."""

import fcntl
import signal
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings
from tests.measuring import paused, unmeasured
from tests.once import once
from tests.serving import serve

from proof.gate.check import check, failed
from proof.gate.load import lint, load
from proof.gate.report import Report
from proof.project import Project
from proof.runs.run import Run

REPOSITORY: Final = Path(__file__).resolve().parents[1]
# Variables of a hosting runner, which would change the site under test.
HOSTING: Final = ("SITE_URL", "REPO_URL", "GITHUB_", "CI_")
HOSTED: Final = {
    "SITE_URL": "https://docs.invalid/proof/",
    "REPO_URL": "https://code.invalid/somebody/proof",
}

# A busy machine is slow, and a test that failed once must fail again: it is given the
# same examples each time, half as many as Hypothesis would take.
settings.register_profile(
    "proof", deadline=None, derandomize=True, database=None, max_examples=50
)
settings.load_profile("proof")

# A shell that starts the tests in the background may ignore these signals, and every
# program started by a test would inherit that.
for _number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(_number) is signal.SIG_IGN:
        is_ctrl_c = _number == signal.SIGINT
        signal.signal(
            _number, signal.default_int_handler if is_ctrl_c else signal.SIG_DFL
        )


def build(folder: Path, variables: Mapping[str, str]) -> None:
    """Build the real site, strictly, with no other variables of a host."""
    others = {k: v for k, v in unmeasured().items() if not k.startswith(HOSTING)}
    done = subprocess.run(
        [
            # Not quiet: MkDocs then drops the warnings before it counts them.
            *(sys.executable, "-m", "mkdocs", "build", "--strict"),
            *("--site-dir", str(folder)),
        ],
        cwd=REPOSITORY,
        env={**others, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{done.stdout}", pytrace=False)


def page_addresses() -> list[str]:
    """The address of every page below that of the site, and the 404 page."""
    docs = REPOSITORY / "docs"
    pages = (page.relative_to(docs).with_suffix("") for page in docs.rglob("*.md"))
    addresses = (
        f"{page.parent if page.name == 'index' else page}/".removeprefix("./")
        for page in pages
    )
    return [*sorted(addresses), "404.html"]


def page_name(address: str) -> str:
    """What a page is called in the names of tests."""
    return address.rstrip("/") or "home"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for an `address` for every page."""
    if "address" in metafunc.fixturenames:
        addresses = page_addresses()
        names = list(map(page_name, addresses))
        # Tests that only look at a page share one visit of it.
        scope: Final = "package" if "opened" in metafunc.fixturenames else "function"
        metafunc.parametrize("address", addresses, ids=names, scope=scope)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say what stays in one worker, and what may be tried a second time."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
        if item.get_closest_marker("timing"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=_turns(items).__getitem__)


def _turns(items: Iterable[pytest.Item]) -> dict[pytest.Item, int]:
    """When each test has its turn, lowest first; those of a group follow each other.

    One worker executes the snippets and builds the site, for the first group that needs
    it; the other does meanwhile what needs neither.
    """
    waiting = [_group(item) for item in items if "report" in _fixtures(item)]
    first = next((_group(item) for item in items if "site" in _fixtures(item)), "")
    turns = {group: 0 if group == first else 2 for group in waiting}
    return {item: turns.get(_group(item), 1) for item in items}


def _fixtures(item: pytest.Item) -> Sequence[str]:
    found: Sequence[str] = getattr(item, "fixturenames", ())
    return found


def _group(item: pytest.Item) -> str:
    """Tests of a file stay together, and those that share an expensive fixture."""
    fixtures = _fixtures(item)
    if "documents" in fixtures:
        return "parsed pages"
    if "opened" in fixtures:
        # There is no public name for the values of a parametrized test.
        return f"page {page_name(item.callspec.params['address'])}"  # type: ignore[attr-defined]
    return item.nodeid.partition("::")[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure coverage only in tests of the tooling; others look at what it has made.

    They parse pages, and wait for browsers: three times as slowly where it is measured.
    """
    is_measured = item.path.is_relative_to(REPOSITORY / "tests/proof")
    with nullcontext() if is_measured else paused():
        return (yield)


@pytest.fixture(scope="session")
def project() -> Project:
    """The checkout."""
    return Project(REPOSITORY)


@pytest.fixture(scope="session")
def addresses() -> list[str]:
    """The address of every page below that of the site, and the 404 page."""
    return page_addresses()


@pytest.fixture(scope="session")
def report(project: Project) -> Report:
    """What the gate found; every snippet is executed as `proof run` would.

    Where tests run side by side, one executes the snippets and the others wait.
    """
    project.store.mkdir(exist_ok=True)
    with (project.store / "tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        loaded = load(project)
        return check(project, loaded, lint(loaded), is_stale=failed)


@pytest.fixture(scope="session")
def runs(report: Report) -> dict[str, Run]:
    """The run of every snippet that can be executed, by the snippet's name."""
    return {name: result.run for name, result in report.results.items()}


@pytest.fixture(scope="session")
def site(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as it is built without a hosting runner."""
    return once(tmp_path_factory, "site", partial(build, variables={}))


@pytest.fixture(scope="session")
def hosted_site(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as a hosting runner builds it, with its repository."""
    return once(tmp_path_factory, "hosted", partial(build, variables=HOSTED))


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address at which the site is served, ending with a slash."""
    yield from serve(site)


@pytest.fixture(scope="session")
def hosted_url(hosted_site: Path) -> Iterator[str]:
    """The address of the hosted site, below `/proof/` as its SITE_URL says."""
    yield from serve(hosted_site, "/proof/")
