"""What a page can call to show messages of Python, and to list them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proof.checking.wording import wordings
from proof.errors import ProofError
from proof.gate.load import NotRun
from proof.lint.pages import Page
from proof.lint.references import Reference
from proof.rendering.markup import Html
from proof.rendering.message import Message, Program, message_box
from proof.rendering.repository import Repository
from proof.site.build import Build, box, current
from proof.site.drawn import drawn, made_from
from proof.snippets.messages import is_working, working_of

_HEADING: Final = re.compile(r"#{2,4} +(?P<text>.+?) +\{ *#(?P<id>[\w-]+).*\}")
_VARIABLE: Final = "…"
# The claims that are about a message.
_SPOKEN: Final = {"Raises", "Stderr"}


def message(name: str) -> str:
    """A message of Python: its words by version, and two programs.

    One gets it. The other one works, and stands beside it: `messages/a_lock_works.py`
    beside `messages/a_lock.py`. What the message means is said above, in the page.

    Args:
        name: Path below `snippets/` of the program that gets the message.

    Returns:
        Finished HTML for a block with `html="on"`; see `show`.

    Raises:
        ProofError: See `show`; or no version gets such a message.
    """
    try:
        shown = _message(current(), name)
    except ProofError as error:
        return box(error)
    can_run, repository = current().can_run, Repository.from_environment()
    programs = [
        (one.not_on, *map(made_from, one.results)) for one in (shown.gets, shown.works)
    ]
    return drawn(
        ("message", can_run, repository, shown.reasons, programs),
        lambda: message_box(shown, repository, can_run=can_run),
    )


def messages(page: str, of: str) -> str:
    """Every message of a page as its newest Python words it, each with a link to it.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        of: Path below `docs/` of the page with the messages.

    Returns:
        Finished HTML for a block with `html="on"`: a list.

    Raises:
        ProofError: There is no such page, a message there has no heading with an id, or
            one that no version words like that (unless serving).
    """
    build = current()
    try:
        found = list(_headed(build, _page(build, of)))
    except ProofError as error:
        return box(error)
    address = build.root_from(page) + build.address(of)
    item = Html('<li><a href="{}#{}"><code>{}</code></a></li>\n')
    items = [item.format(address, one.identifier, one.newest) for one in found]
    return Html('<ul class="proof-messages">\n{}</ul>\n').format(Html().join(items))


@dataclass(frozen=True)
class _Headed:
    """A message below its heading."""

    identifier: str
    newest: str


def entries(page: Page) -> Iterator[tuple[Reference, re.Match[str] | None]]:
    """The messages that a page shows, in order; none where it shows none.

    Args:
        page: Any page.

    Returns:
        For each, where its program is asked for, and the heading above it: a match with
        its `text` and `id`, or None where no heading has an id.
    """
    lines = page.text.splitlines()
    for one in page.references:
        if one.call == "message" and not is_working(one.snippet):
            above = (_HEADING.fullmatch(line) for line in reversed(lines[: one.line]))
            yield one, next((found for found in above if found), None)


def _message(build: Build, name: str) -> Message:
    gets, works = (_program(build, one) for one in (name, working_of(name)))
    if not any(one.text for one in wordings(gets.results)) and not _may_get_one(gets):
        raise ProofError(
            "no version gives it a message: it neither raises nor writes to stderr",
            f"snippets/{name}",
        )
    return Message(gets, works, build.absent_of(name))


def _may_get_one(program: Program) -> bool:
    """Whether a version that is not here gets a message, as far as is claimed."""
    claims = program.results[0].snippet.claims
    return bool(program.not_on) and any(one.name in _SPOKEN for one in claims)


def _program(build: Build, name: str) -> Program:
    found = build.find(name)
    if isinstance(found, NotRun):
        raise ProofError(found.reason, found.snippet.path)
    return Program(build.report.all_of(name), build.lacking(name))


def _page(build: Build, source: str) -> Page:
    for page in build.report.pages:
        if page.source == source:
            return page
    raise ProofError(f"there is no docs/{source}; create it, or fix the name")


def _headed(build: Build, page: Page) -> Iterator[_Headed]:
    for reference, heading in entries(page):
        yield _checked(build, reference, heading)


def _checked(
    build: Build, reference: Reference, heading: re.Match[str] | None
) -> _Headed:
    if heading is None:
        raise ProofError(
            "this message has no heading with an id; write one above it, such as "
            "`### `Event loop is closed` { #closed-loop }`",
            reference.page,
            reference.line,
        )
    program = _program(build, reference.snippet)
    said = wordings(program.results)
    parts = heading["text"].replace("`", "").split(_VARIABLE)
    pattern = re.compile(".*".join(map(re.escape, parts)))
    # The words may be those of a version that is not here.
    if not program.not_on and not any(pattern.search(one.text) for one in said):
        raise ProofError(
            f"no version says {heading['text']}; {reference.snippet} gets "
            f"{said[-1].text!r}: write that, with … for what varies",
            reference.page,
            reference.line,
        )
    texts = (one.text for one in reversed(said) if one.text)
    newest = next(texts, _VARIABLE.join(parts))
    return _Headed(heading["id"], newest)
