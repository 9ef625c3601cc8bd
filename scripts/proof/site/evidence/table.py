"""The table of every snippet, as HTML that needs neither script nor width."""

from collections.abc import Iterator
from dataclasses import dataclass

from proof.rendering.markup import Html, breakable, identifier_of, with_code
from proof.runs.versions import spanned
from proof.site.evidence import Entry, Evidence
from proof.site.evidence.facts import SnippetFacts
from proof.site.evidence.file import NAME, meanings
from proof.site.evidence.places import addresses
from proof.site.evidence.totals import Totals

_PREFIX = "snippet-"


@dataclass(frozen=True)
class _Column:
    """A column.

    Attributes:
        name: Its head.
        kind: What its cells hold: `text` or a `number`, which decides how they
            align and are sorted.
        meaning: What its head shows under the pointer.
    """

    name: str
    kind: str
    meaning: str


_COLUMNS = (
    _Column("Program", "text", "the file, and what it claims"),
    _Column("Claims", "number", "the kinds of claims that were checked"),
    _Column(
        "Took", "number", "the recorded execution, without the interpreter's start"
    ),
    _Column(
        "Process",
        "number",
        "from the start of the interpreter to its end, with the recorder and without",
    ),
    _Column("CPU", "number", "processor time, with the recorder and without"),
    _Column("Tries", "number", "how often it was executed until in time"),
    _Column(
        "Pythons", "text", "what made the primary run, and what came out on others"
    ),
    _Column("When", "text", "in UTC"),
)


def evidence_table(evidence: Evidence, root: str) -> Html:
    """A table with a row for each snippet.

    Args:
        evidence: What to show.
        root: The site's root as seen from the page, ending with a slash.
    """
    head = Html('<th role="columnheader" scope="col" data-kind="{}" title="{}">{}</th>')
    # Roles: styled as blocks on a phone, it would be no table to a screen reader.
    return Html(
        '<div class="proof-evidence" data-search-exclude>\n'
        '<table class="proof-evidence-table" role="table"'
        ' aria-label="Every program and its evidence">\n'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead>\n'
        '<tbody role="rowgroup">\n{}</tbody>\n</table>\n{}</div>\n'
    ).format(
        Html().join(head.format(c.kind, c.meaning, c.name) for c in _COLUMNS),
        Html().join(_row(entry, root) for entry in evidence.entries),
        _not_run(evidence),
    )


def _not_run(evidence: Evidence) -> Html:
    """What cannot run here; while somebody is writing, also what was not run yet."""
    if not evidence.not_run:
        return Html()
    item = Html("<li><code>{}</code>: {}</li>")
    items = (
        item.format(one.snippet.name, one.not_run.reason) for one in evidence.not_run
    )
    return Html('<div role="note"><p>Without a run:</p><ul>{}</ul></div>\n').format(
        Html().join(items)
    )


def fields_table(root: str) -> Html:
    """The fields of the evidence as a file, and where that file is.

    Args:
        root: The site's root as seen from the page, ending with a slash.
    """
    parts = (("totals", meanings(Totals)), ("snippets", meanings(SnippetFacts)))
    return Html(
        '<p><a href="{}{name}">{name}</a> holds the same and some more, in UTF-8, for '
        "whoever wants to check or count it: an object <code>totals</code>, a list "
        "<code>snippets</code>, and the JSON schema of both.</p>\n"
        '<div data-search-exclude><table class="proof-evidence-fields">\n'
        "{}</table></div>\n"
    ).format(root, Html().join(_fields(*part) for part in parts), name=NAME)


def _fields(part: str, fields: dict[str, str]) -> Html:
    row = Html('<tr><th scope="row"><code>{}</code></th><td>{}</td></tr>\n')
    rows = (row.format(name, with_code(meaning)) for name, meaning in fields.items())
    return Html(
        '<tbody><tr><th scope="rowgroup" colspan="2">{} <code>{}</code></th></tr>\n'
        "{}</tbody>\n"
    ).format("in" if part == "totals" else "in each of", part, Html().join(rows))


def _row(entry: Entry, root: str) -> Html:
    identifier = _PREFIX + identifier_of(entry.snippet.name).removeprefix("proof-")
    cell = Html('<td role="cell" data-label="{}" data-kind="{}"{}>{}</td>')
    cells = (
        cell.format(column.name, column.kind, _sort_key(sort), content)
        for column, (content, sort) in zip(_COLUMNS[1:], _facts(entry), strict=True)
    )
    row = Html('<tr role="row" id="{}">{}{}</tr>\n')
    return row.format(identifier, _program(entry, root), Html().join(cells))


def _sort_key(key: str) -> Html:
    return Html(' data-sort="{}"').format(key) if key else Html()


def _program(entry: Entry, root: str) -> Html:
    name = breakable(entry.snippet.name.removesuffix(".py"))
    if entry.places:
        link = Html('<a href="{}">{}</a>')
        name = link.format(root + addresses(entry)[0], name)
    return Html(
        '<th role="rowheader" scope="row"><span class="proof-evidence-name">{}</span>'
        " <span>{}</span></th>"
    ).format(name, entry.snippet.sentence)


def _facts(entry: Entry) -> Iterator[tuple[Html | str, str]]:
    """Content and key of each cell but the first; no key where its text will do."""
    run = entry.run
    kinds = ", ".join(claim.name for claim in entry.claims)
    if entry.snippet.metadata.xfail:
        kinds = "expected to fail"
    yield kinds or "none for this Python", f"{len(entry.claims)}"
    yield f"{run.took:.3f} s", f"{run.took}"
    recorded, control = entry.executions
    yield _both(recorded.wall, control.wall), f"{recorded.wall}"
    yield _both(recorded.cpu, control.cpu), f"{recorded.cpu}"
    yield f"{run.tries}", ""
    yield Html("<br>").join(_interpreters(entry)), run.python
    day, time = run.made_at[:10], run.made_at[11:19]
    shown = Html('<time datetime="{}">{} {}</time>').format(run.made_at, day, time)
    yield shown, ""


def _both(recorded: float, control: float) -> Html:
    """Seconds of both executions; where there is little room it breaks in between."""
    return Html("{:.3f}&nbsp;s / {:.3f}&nbsp;s").format(recorded, control)


def _interpreters(entry: Entry) -> Iterator[str]:
    """What made the primary run, and on which others the same came out, or not."""
    yield entry.run.python
    others = [other.run.version for other in entry.others]
    same = [version for version in others if version in entry.alike]
    different = [version for version in others if version not in entry.alike]
    missing = [one.version for one in entry.absent]
    if same:
        yield f"same on {spanned(same)}"
    if different:
        yield f"differs on {spanned(different)}"
    if missing:
        yield f"not run on {spanned(missing)}"
