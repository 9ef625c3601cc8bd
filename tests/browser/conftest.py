"""One headless Chromium for all that is looked at."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Route,
    expect,
    sync_playwright,
)

from .replay_site import serving

Scheme = Literal["light", "dark"]

NAMES: Final = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS: Final = {390: 844, 1440: 900}
"""The widths at which pages are looked at, each with a height."""
WAYS: Final[tuple[tuple[int, Scheme], ...]] = ((390, "dark"), (1440, "light"))
"""Two that have everything between them, for what takes its time."""
PATIENCE: Final = 20_000


@dataclass
class Visit:
    """A page that somebody opened, and what went on meanwhile.

    Attributes:
        page: The page.
        complaints: Errors and warnings of the console, and uncaught exceptions.
        requests: Addresses that were asked for.
    """

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)


LIGHTNESS: Final = """
() => {
  const [red, green, blue] =
    getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3 / 255;
}
"""

# What follows from a change of the page, or of where the reader is, has followed then.
TWO_FRAMES: Final = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
"""

OpenPage = Callable[..., Visit]
Edit = Callable[[str], str]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Look at what asks for a `width` or a `scheme` in all of them."""
    scope: Final = "package" if "visit" in metafunc.fixturenames else "function"
    if "seen_as" in metafunc.fixturenames:
        metafunc.parametrize("seen_as", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
    if "width" in metafunc.fixturenames:
        metafunc.parametrize("width", list(HEIGHTS), scope=scope)
    if "scheme" in metafunc.fixturenames:
        metafunc.parametrize("scheme", ["light", "dark"], scope=scope)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is."""
    named = os.environ.get("CHROMIUM")
    found = [
        path for name in ([named] if named else NAMES) if (path := shutil.which(name))
    ]
    if not found:
        pytest.fail(
            f"there is no {named or 'Chromium'}; `scripts/test` finds or installs one, "
            "or name yours with CHROMIUM=/path/to/it",
            pytrace=False,
        )
    return found[0]


# Playwright keeps an event loop in this thread: tests of other folders could start
# none while it runs. The site comes first because building it needs one as well.
@pytest.fixture(scope="package")
def browser(chromium: str, site_url: str) -> Iterator[Browser]:
    """A browser that all tests here share."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=list(ARGUMENTS)
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def replays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of replays."""
    with serving(tmp_path_factory.mktemp("replays")) as address:
        yield address


@pytest.fixture(scope="package")
def looking(browser: Browser, site_url: str) -> Iterator[Page]:
    """A window for tests that only look: opening one takes longer than a page."""
    context = new_context(browser, base_url=site_url, width=1440)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def opened(looking: Page, address: str) -> Visit:
    """A page; all tests that only look at it share it."""
    # What the page before went on with is no matter of this one.
    looking.goto("about:blank")
    visit = Visit(looking)
    # The last that a page asks for.
    with looking.expect_response("**/search_index.json"):
        looking.goto(address)
    # Colours on their way from one scheme to the other are those of neither.
    looking.add_style_tag(content="* { transition: none !important }")
    return visit


@pytest.fixture(scope="package")
def visit(opened: Visit, width: int, scheme: Scheme) -> Visit:
    """A page at one width in one scheme, for tests that only look."""
    show_as(opened.page, width, scheme)
    return opened


def show_as(
    page: Page, width: int, scheme: Scheme, media: Literal["print", "screen"] = "screen"
) -> None:
    """Change how a page is seen, and wait until it is seen so."""
    page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
    page.emulate_media(color_scheme=scheme, media=media)
    named = {"light": "default", "dark": "slate"}[scheme]
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", named)
    page.evaluate(TWO_FRAMES)


@contextmanager
def for_a_while(
    page: Page, width: int, scheme: Scheme, media: Literal["print", "screen"] = "screen"
) -> Iterator[None]:
    """Show a page otherwise, and leave it as it was found: others share it."""
    before = page.evaluate("innerWidth")
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    show_as(page, width, scheme, media)
    yield
    show_as(page, before, "dark" if dark else "light")


@pytest.fixture(scope="package")
def visitor(browser: Browser, site_url: str) -> Iterator[BrowserContext]:
    """Somebody who opens page after page, and forgets after each."""
    context = new_context(browser, base_url=site_url, width=1440)
    yield context
    context.close()


@pytest.fixture
def open_page(
    browser: Browser, site_url: str, visitor: BrowserContext
) -> Iterator[OpenPage]:
    """Opens a page in a browser that has seen nothing yet; takes its options."""
    contexts: list[BrowserContext] = []
    pages: list[Page] = []

    def new_page(width: int, **options: object) -> Page:
        # A browser takes longer to forget everything than to open a page.
        if options.keys() <= {"color_scheme"} and not visitor.pages:
            page = visitor.new_page()
            pages.append(page)
            page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
            page.emulate_media(**options)  # type: ignore[arg-type]
            return page
        context = new_context(browser, width=width, **{"base_url": site_url, **options})
        contexts.append(context)
        return context.new_page()

    def open_page(
        address: str, *, width: int = 1440, edit: Edit | None = None, **options: object
    ) -> Visit:
        visit = Visit(new_page(width, **options))
        if edit:
            visit.page.route(f"**/{address}", partial(answer_edited, edit=edit))
        visit.page.goto(address)
        return visit

    yield open_page
    for page in pages:
        if not page.is_closed():
            page.evaluate("try { localStorage.clear() } catch {}")
            page.close()
    for context in contexts:
        context.close()


def answer_edited(route: Route, *, edit: Edit) -> None:
    """Answer with the page, edited on its way."""
    response = route.fetch()
    route.fulfill(response=response, body=edit(response.text()))


def lightness(page: Page) -> float:
    """How light the paper is: from 0, black, to 1, white."""
    return float(page.evaluate(LIGHTNESS))


def serious_violations(page: Page) -> list[str]:
    """What axe-core calls serious or critical in a page as it is now."""
    report = Axe().run(page).response
    assert report["passes"], "axe-core did not look"
    return [
        f"{found['id']}: {' '.join(node['target'])}: {node['failureSummary']}"
        for found in report["violations"]
        if found["impact"] in {"serious", "critical"}
        for node in found["nodes"]
    ]


def new_context(browser: Browser, *, width: int, **options: object) -> BrowserContext:
    """A browser that has seen nothing yet."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        **options,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    return context
