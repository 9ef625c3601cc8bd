"""What a page can call to say what to write for what a reader wants."""

from proof.errors import ProofError
from proof.rendering.markup import Html, row_identifier, with_code
from proof.site.build import Build, box, current

Choice = tuple[str, str, str]


def choices(
    page: str, *rows: Choice, heads: tuple[str, str], brief: bool = False
) -> str:
    """A table of what to write for what a reader wants, each row with its proof.

    Each row has an address of its own, made of what is wanted.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        rows: What is wanted (what is between backticks is code), what to write (all of
            it is code), and the path below `snippets/` of the program that shows it.
        heads: What to call the two columns.
        brief: Whether what to write links to the program; otherwise what the program
            proves stands below what is wanted, and links to it.

    Returns:
        Finished HTML for a block with `html="on"`.

    Raises:
        ProofError: There is no such snippet, it failed or was not run (unless
            serving), or something is wanted twice.
    """
    try:
        build = current()
        shown = [_row(build, page, row, brief=brief) for row in rows]
        _nothing_twice(rows)
    except ProofError as error:
        return box(error)
    column = Html('<th role="columnheader" scope="col">{}</th>')
    # Roles: styled as blocks on a phone, it would be no table to a screen reader.
    return Html(
        '<table class="proof-choices{}" role="table" aria-label="{}">\n'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead>\n'
        '<tbody role="rowgroup">\n{}</tbody>\n</table>\n'
    ).format(
        " proof-brief" if brief else "",
        f"{heads[0]}: {heads[1]}",
        Html().join(map(column.format, heads)),
        Html().join(shown),
    )


def _row(build: Build, page: str, row: Choice, *, brief: bool) -> Html:
    wanted, written, name = row
    build.find(name)
    head = with_code(wanted)
    lines: Html | str = Html().join(
        map(Html("<code>{}</code>").format, written.splitlines())
    )
    if brief:
        lines = build.link_to(name, lines, page)
    else:
        proof = Html("{}<small>{}</small>")
        head = proof.format(head, build.link_to(name, "", page))
    return Html(
        '<tr role="row" id="{}"><th role="rowheader" scope="row">{}</th>'
        '<td role="cell">{}</td></tr>\n'
    ).format(_identifier(wanted), head, lines)


def _identifier(wanted: str) -> str:
    return row_identifier("for", wanted)


def _nothing_twice(rows: tuple[Choice, ...]) -> None:
    seen = set()
    for wanted, _, _ in rows:
        if _identifier(wanted) in seen:
            raise ProofError(f"two rows say {wanted!r}; give one of them other words")
        seen.add(_identifier(wanted))
