"""The table of every snippet, as HTML that needs neither script nor width."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from proof.rendering.markup import breakable, html, identifier_of, with_code
from proof.site.evidence import Entry, Evidence
from proof.site.evidence.file import NAME, SNIPPET_FIELDS, TOTAL_FIELDS

_PREFIX = "snippet-"


@dataclass(frozen=True)
class _Column:
    """A column.

    Attributes:
        name: Its head.
        kind: What its cells hold: `text`, or a `number`, to be told by how they align
            and are sorted.
        meaning: What its head says to whoever points at it.
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
    _Column("Interpreter", "text", "what executed it, and on what"),
    _Column("When", "text", "in UTC"),
)


def evidence_table(evidence: Evidence, root: str) -> str:
    """A table with a row for each snippet.

    Args:
        evidence: What to show.
        root: The site's root as seen from the page, ending with a slash.
    """
    heads = "".join(
        f'<th role="columnheader" scope="col" data-kind="{column.kind}"'
        f' title="{escape(column.meaning)}">{column.name}</th>'
        for column in _COLUMNS
    )
    rows = "".join(_row(entry, root) for entry in evidence.entries)
    # Roles: styled as blocks on a phone, it would be no table to those who hear it.
    return (
        '<div class="proof-evidence" data-search-exclude>\n'
        '<table class="proof-evidence-table" role="table"'
        ' aria-label="Every program and its evidence">\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n'
        f"{_not_run(evidence)}</div>\n"
    )


def _not_run(evidence: Evidence) -> str:
    """What cannot run here; while somebody is writing, also what was not run yet."""
    if not evidence.not_run:
        return ""
    items = "".join(
        f"<li><code>{html(one.snippet.name)}</code>: {html(one.reason)}</li>"
        for one in evidence.not_run
    )
    return f'<div role="note"><p>Without a run:</p><ul>{items}</ul></div>\n'


def fields_table(root: str) -> str:
    """What stands in the evidence as a file, and where that file is.

    Args:
        root: The site's root as seen from the page, ending with a slash.
    """
    parts = (("totals", TOTAL_FIELDS), ("snippets", SNIPPET_FIELDS))
    bodies = "".join(_fields(part, fields) for part, fields in parts)
    return (
        f'<p><a href="{escape(root)}{NAME}">{NAME}</a> holds the same and some more, '
        "in UTF-8, for whoever wants to check or count it: an object "
        "<code>totals</code> and a list <code>snippets</code>.</p>\n"
        '<div data-search-exclude><table class="proof-evidence-fields">'
        f"\n{bodies}</table></div>\n"
    )


def _fields(part: str, fields: dict[str, str]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><code>{name}</code></th><td>{with_code(meaning)}</td>'
        "</tr>\n"
        for name, meaning in fields.items()
    )
    where = "in" if part == "totals" else "in each of"
    head = f'<tr><th scope="rowgroup" colspan="2">{where} <code>{part}</code></th></tr>'
    return f"<tbody>{head}\n{rows}</tbody>\n"


def _row(entry: Entry, root: str) -> str:
    identifier = _PREFIX + identifier_of(entry.snippet.name).removeprefix("proof-")
    cells = "".join(
        f'<td role="cell" data-label="{column.name}" data-kind="{column.kind}"'
        f"{_sort_key(sort)}>{content}</td>"
        for column, (content, sort) in zip(_COLUMNS[1:], _facts(entry), strict=True)
    )
    return f'<tr role="row" id="{identifier}">{_program(entry, root)}{cells}</tr>\n'


def _sort_key(key: str) -> str:
    return f' data-sort="{key}"' if key else ""


def _program(entry: Entry, root: str) -> str:
    name = breakable(html(entry.snippet.name.removesuffix(".py")))
    if entry.addresses:
        name = f'<a href="{escape(root + entry.addresses[0])}">{name}</a>'
    return (
        f'<th role="rowheader" scope="row"><span class="proof-evidence-name">{name}'
        f"</span> <span>{html(entry.snippet.sentence)}</span></th>"
    )


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Content and key of each cell but the first; no key where its text will do."""
    run = entry.run
    kinds = ", ".join(claim.name for claim in entry.claims)
    if entry.snippet.metadata.xfail:
        kinds = "meant to fail"
    yield html(kinds or "none for this Python"), f"{len(entry.claims)}"
    yield f"{run.took:.3f} s", f"{run.took}"
    recorded, control = entry.executions
    yield _both(recorded.wall, control.wall), f"{recorded.wall}"
    yield _both(recorded.cpu, control.cpu), f"{recorded.cpu}"
    yield f"{run.tries}", ""
    yield html(run.python), ""
    day, time = run.made_at[:10], run.made_at[11:19]
    yield f'<time datetime="{run.made_at}">{day} {time}</time>', ""


def _both(recorded: float, control: float) -> str:
    """Seconds of both executions; where there is little room it breaks in between."""
    return f"{recorded:.3f}&nbsp;s / {control:.3f}&nbsp;s"
