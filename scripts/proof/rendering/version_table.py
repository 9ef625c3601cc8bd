"""A table of what programs do on each version of Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from proof.checking.expectations import signal_name
from proof.checking.tracebacks import tracebacks
from proof.rendering.markup import Html
from proof.runs.run import Run
from proof.runs.versions import SUPPORTED, spanned


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        head: What it is about, as HTML.
        cells: What to show of each version that was run: lines of text.
        absent: Why others were not run, by version.
        identifier: Its id on the page, where it has an address of its own.
    """

    head: Html
    cells: Mapping[str, Sequence[str]]
    absent: Mapping[str, str]
    identifier: str = ""

    @property
    def differs(self) -> bool:
        """Whether two versions do not do the same."""
        return len(set(map(tuple, self.cells.values()))) > 1


@dataclass(frozen=True)
class Heading:
    """A row that says what the rows below it have in common.

    Attributes:
        head: The heading, as HTML.
    """

    head: Html


def version_table(rows: Sequence[Row | Heading], label: str) -> Html:
    """The table as HTML: a column for each version, equal neighbours joined.

    Args:
        rows: Its rows, and headings between them.
        label: What it is called for those who do not see it.
    """
    columns = Html('<th role="columnheader" scope="col">{}</th>')
    # Roles: styled as blocks on a phone, it would be no table to a screen reader.
    return Html(
        '<table class="proof-version-table" role="table" aria-label="{}">\n'
        '<thead role="rowgroup"><tr role="row"><td role="cell"></td>{}</tr></thead>\n'
        '<tbody role="rowgroup">\n{}</tbody>\n</table>\n'
    ).format(
        label,
        Html().join(map(columns.format, SUPPORTED)),
        Html().join(map(_row, rows)),
    )


def whole_output(run: Run) -> list[str]:
    """What a run printed, and what it raised: the lines of a cell."""
    stderr = run.recorded.printed("stderr")
    found = list(tracebacks(stderr))
    raised = [found[-1].exception] if found and run.status == 1 else []
    ended = [] if raised or not run.status else [_ended(run.status)]
    return [*run.recorded.printed("stdout"), *raised, *ended]


def part_of_output(run: Run, wanted: int | str) -> list[str] | None:
    """A part of what a run printed to stdout.

    Args:
        run: The run.
        wanted: The number of a line, counted from 1, or how a line begins: then it is
            the rest of this line, and those below it that are indented deeper.

    Returns:
        The lines; None where there is no such line.
    """
    printed = run.recorded.printed("stdout")
    if isinstance(wanted, int):
        return printed[wanted - 1 : wanted] or None
    for index, line in enumerate(printed):
        if line.startswith(wanted):
            rest = line.removeprefix(wanted).lstrip(" :")
            below = _deeper(printed[index + 1 :], _indent(line))
            return [text.strip() for text in (rest, *below) if text.strip()]
    return None


def _deeper(lines: Sequence[str], indent: int) -> Iterator[str]:
    for line in lines:
        if not line.strip() or _indent(line) <= indent:
            return
        yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _row(row: Row | Heading) -> Html:
    if isinstance(row, Heading):
        return Html(
            '<tr role="row"><th role="rowheader" colspan="{}">{}</th></tr>\n'
        ).format(len(SUPPORTED) + 1, row.head)
    head = Html('<th role="rowheader" scope="row">{}</th>').format(row.head)
    identifier = Html(' id="{}"').format(row.identifier) if row.identifier else ""
    differs = Html(' class="proof-row-differs"') if row.differs else ""
    return Html('<tr role="row"{}{}>{}{}</tr>\n').format(
        identifier, differs, head, Html().join(_cells(row))
    )


def _cells(row: Row) -> Iterator[Html]:
    contents = [(version, _content(row, version)) for version in SUPPORTED]
    cell = Html('<td role="cell"{} data-versions="{}">{}</td>')
    for content, group in groupby(contents, key=lambda pair: pair[1]):
        versions = [version for version, _ in group]
        span = f' colspan="{len(versions)}"' if len(versions) > 1 else ""
        yield cell.format(Html(span), spanned(versions), content)


def _content(row: Row, version: str) -> Html:
    if version not in row.cells:
        reason = row.absent.get(version, "not run")
        return Html('<span class="proof-nothing">{}</span>').format(
            reason.replace(f" on {version}", "")
        )
    lines = row.cells[version]
    if not lines:
        return Html('<span class="proof-nothing">nothing</span>')
    return Html().join(map(Html("<code>{}</code>").format, lines))


def _ended(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    return f"ended by {signal_name(status) or f'signal {-status}'}"
