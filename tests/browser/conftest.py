"""One headless Chromium for all tests here."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    expect,
    sync_playwright,
)
from tests.once import once

from . import replay_site
from .fonts import ANY_FONTS, PAGE_FONTS, Fonts, pinned, set_in
from .replay_page import Replay

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
"""The widths at which pages are tested, each with a height."""
WAYS: Final[tuple[tuple[int, Scheme], ...]] = ((390, "dark"), (1440, "light"))
"""Both widths and both schemes in two combinations, for slow tests."""
PAGES_WITH_ALL_STYLES: Final = (
    "",
    "learn/recap/",
    "rules/messages/",
    "rules/messages/syntax/",
    "under-the-hood/the-contract-of-sleep/",
    "rules/does-this-await-yield/",
    "rules/cheat-sheet/",
    "about/every-claim/",
    "about/your-first-snippet-page/",
    "about/how-to-write-a-good-snippet-and-page/",
    "learn/three-coroutines-one-second/",
    "rules/mongodb-without-waiting-in-line/",
    "about/tooling/",
    "try-it/",
    "rules/what-changed-between-versions/",
)
"""Pages that between them have all styles; tests hold that they do."""
PAGES_OF_EVIDENCE: Final = (
    "about/every-snippet/",
    "about/how-fast-is-this-site-built/",
)
"""Pages with a table and a picture of their own, which test_evidence.py checks."""
PATIENCE: Final = 60_000
OF_A_STOPPED_CLOCK: Final = "executing a cancelled action"
"""What the theme's scheduler reports where frames come only when a test asks."""


@dataclass
class Visit:
    """A page that was opened, and what happened meanwhile.

    Attributes:
        page: The page.
        errors: Errors and warnings of the console, and uncaught exceptions.
        requests: Addresses that were asked for.
        shown: How `show_as` last showed it.
    """

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    shown: tuple[object, ...] = ()

    def __post_init__(self) -> None:
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.type}: {message.text}")


LIGHTNESS: Final = """
() => {
  const [red, green, blue] =
    getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3 / 255;
}
"""

# Resolves once the theme's script is there; not every page has one.
ACT: Final = """
() => new Promise(done => {
  const look = () => globalThis.document$ ? done() : requestAnimationFrame(look);
  dispatchEvent(new Event("pointermove"));
  if (document.querySelector("script[data-later]")) look(); else done();
})
"""

# After two frames, styles, layout and observers have handled a change.
TWO_FRAMES: Final = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
"""

SCROLLED_THROUGH: Final = f"""
async () => {{
  for (let top = 0; top < document.scrollingElement.scrollHeight; top += innerHeight) {{
    scrollTo({{ top, behavior: "instant" }});
    await ({TWO_FRAMES.strip()})();
  }}
  scrollTo({{ top: 0, behavior: "instant" }});
}}
"""

OpenPage = Callable[..., Visit]
OpenReplay = Callable[..., Replay]
Edit = Callable[[str], str]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a `width`, a `scheme` or `fonts` in all of them."""
    shares: Final = {"sized", "coloured"} & set(metafunc.fixturenames)
    scope: Final = "package" if shares else "function"
    if "seen_as" in metafunc.fixturenames:
        metafunc.parametrize("seen_as", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
    if "width" in metafunc.fixturenames:
        metafunc.parametrize("width", list(HEIGHTS), scope=scope)
    if "scheme" in metafunc.fixturenames:
        metafunc.parametrize("scheme", ["light", "dark"], scope=scope)
    if "fonts" in metafunc.fixturenames:
        metafunc.parametrize("fonts", PAGE_FONTS, scope=scope)
    if "any_fonts" in metafunc.fixturenames:
        metafunc.parametrize("any_fonts", ANY_FONTS)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Look at most pages in one way of several, and print few: they share styles."""
    left_out = [item for item in items if _is_one_more_way(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def _is_one_more_way(item: pytest.Item) -> bool:
    values = getattr(getattr(item, "callspec", None), "params", {})
    fixtures = getattr(item, "fixturenames", ())
    address = values.get("address")
    if address is None or address in PAGES_WITH_ALL_STYLES:
        return False
    if "printed" in fixtures:
        return address not in PAGES_OF_EVIDENCE
    if "scheme" in fixtures:
        return True
    narrow = "serif" if len(address) % 2 else "sans"
    wide = "sans" if narrow == "serif" else "serif"
    chosen = narrow if values.get("width") == 390 else wide
    return bool(values.get("fonts", chosen) != chosen)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is."""
    named = os.environ.get("CHROMIUM")
    found = [
        path for name in ([named] if named else NAMES) if (path := shutil.which(name))
    ]
    if not found:
        pytest.fail(
            f"{named or 'Chromium'} was not found; `scripts/test` finds or installs "
            "one, or set CHROMIUM=/path/to/it",
            pytrace=False,
        )
    return found[0]


# Playwright keeps an event loop in this thread: tests of other folders could start
# none while it runs. The site comes first because building it needs one as well.
@pytest.fixture(scope="package")
def browser(
    chromium: str, site_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A browser that all tests here share, with the same fonts on every machine."""
    variables = pinned(tmp_path_factory.mktemp("fonts"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=list(ARGUMENTS), env={**variables}
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def replays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of replays."""
    built = once(tmp_path_factory, "replays", replay_site.build)
    with replay_site.serving(built, tmp_path_factory.mktemp("replays")) as address:
        yield address


@pytest.fixture(scope="package")
def looking(browser: Browser, site_url: str) -> Iterator[Page]:
    """A window for tests that only look: opening one takes longer than a page does."""
    context = new_context(browser, base_url=site_url, width=1440)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def opened(looking: Page, address: str) -> Visit:
    """A page; all tests that only look at it share it."""
    # The page before may still be at work.
    looking.goto("about:blank")
    visit = Visit(looking)
    looking.goto(address)
    act(looking)
    # All of it is in sight once: scripts equip what is. In a window as high as the page
    # that takes several times as long.
    looking.set_viewport_size({"width": 390, "height": 3000})
    looking.evaluate(SCROLLED_THROUGH)
    # Colours in transition between two schemes belong to neither.
    looking.add_style_tag(content="* { transition: none !important }")
    return visit


@pytest.fixture
def sized(opened: Visit, width: int, fonts: Fonts) -> Page:
    """A page at one width in one set of fonts, for tests that only look."""
    return show_as(opened, width, "light", fonts=fonts)


@pytest.fixture
def coloured(opened: Visit, scheme: Scheme) -> Page:
    """A page in one scheme, for tests that only look."""
    return show_as(opened, 1440, scheme)


def show_as(
    visit: Visit,
    width: int,
    scheme: Scheme,
    *,
    media: Literal["print", "screen"] = "screen",
    fonts: Fonts = "sans",
) -> Page:
    """Change how a shared page is shown, unless it is shown so, and wait for it."""
    page = visit.page
    way = (width, scheme, media, fonts)
    if visit.shown == way:
        return page
    visit.shown = way
    set_in(page, fonts)
    page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
    page.emulate_media(color_scheme=scheme, media=media)
    named = {"light": "default", "dark": "slate"}[scheme]
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", named)
    page.evaluate(TWO_FRAMES)
    return page


@pytest.fixture(scope="package")
def opener(browser: Browser, site_url: str) -> Iterator[Page]:
    """An empty page, in a browser context whose other pages leave nothing behind."""
    context = new_context(browser, base_url=site_url, width=1440)
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(browser: Browser, site_url: str, opener: Page) -> Iterator[OpenPage]:
    """Opens a page in a browser context without a past; takes its options."""
    contexts: list[BrowserContext] = []
    pages: list[Page] = []

    def new_page(width: int, **options: object) -> Page:
        # A new context takes longer than a new page.
        if options.keys() <= {"color_scheme"} and not pages:
            page = opened_by(opener)
            pages.append(page)
            page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
            page.emulate_media(**options)  # type: ignore[arg-type]
            return page
        context = new_context(browser, width=width, **{"base_url": site_url, **options})
        contexts.append(context)
        return context.new_page()

    def open_page(
        address: str,
        *,
        width: int = 1440,
        edit: Edit | None = None,
        acts: bool = True,
        **options: object,
    ) -> Visit:
        visit = Visit(new_page(width, **options))
        if edit:
            visit.page.route(f"**/{address}", partial(answer_edited, edit=edit))
        visit.page.goto(address)
        if options.get("java_script_enabled", True) and acts:
            act(visit.page)
        return visit

    yield open_page
    for page in pages:
        if not page.is_closed():
            page.evaluate("try { localStorage.clear() } catch {}")
            page.close()
    for context in contexts:
        context.close()


def act(page: Page) -> None:
    """Do what a reader does first: move. Then the theme's own script is loaded."""
    page.evaluate(ACT)


def opened_by(opener: Page) -> Page:
    """A new page in the same process of the browser: starting one takes a second."""
    with opener.expect_popup() as popup:
        opener.evaluate("void open('about:blank')")
    return popup.value


def answer_edited(route: Route, *, edit: Edit) -> None:
    """Answer with the page, edited on its way."""
    response = route.fetch()
    route.fulfill(response=response, body=edit(response.text()))


def lightness(page: Page) -> float:
    """How light the background is: from 0, black, to 1, white."""
    return float(page.evaluate(LIGHTNESS))


def new_context(browser: Browser, *, width: int, **options: object) -> BrowserContext:
    """A browser context without a past."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        **options,  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def open_replays(replays: str, open_page: OpenPage) -> Iterator[Callable[..., Page]]:
    """Opens a page of replays; checks at the end that none reported an error."""
    visits: list[Visit] = []

    def open_replays(address: str = "", **options: object) -> Page:
        visits.append(open_page(replays + address, **options))
        return visits[-1].page

    yield open_replays
    host = urlsplit(replays).netloc
    for visit in visits:
        assert [error for error in visit.errors if error != OF_A_STOPPED_CLOCK] == []
        asked = [url for url in visit.requests if not url.startswith("data:")]
        assert [url for url in asked if urlsplit(url).netloc != host] == []


@pytest.fixture
def open_replay(open_replays: Callable[..., Page]) -> OpenReplay:
    """Opens a page, and gives the replay of its first figure, not started."""

    def open_replay(address: str = "", **options: object) -> Replay:
        return Replay(open_replays(address, **options).locator("figure.proof").first)

    return open_replay
