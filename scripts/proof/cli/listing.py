"""A list of snippets: a table in a terminal, a line for each in a pipe."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from proof.cli.status import Standing, State
from proof.text import counted

_STYLES: dict[State, str] = {
    "met": "green",
    "differs": "bold red",
    "stale": "yellow",
    "never run": "cyan",
    "broken": "bold red",
}


def plain_lines(standings: Sequence[Standing]) -> Iterator[str]:
    """Path, state, seconds, claims and sentence of each, between tabs."""
    for one in standings:
        took = "-" if one.took is None else f"{one.took:.3f}"
        claims = ", ".join(one.claims) or "-"
        yield f"{one.path}\t{one.state}\t{took}\t{claims}\t{one.sentence}"


def print_table(standings: Sequence[Standing], console: Console) -> None:
    """Show the same to somebody who sits before it, and how many are in which state.

    Args:
        standings: What to show.
        console: Where to show it.
    """
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("State", no_wrap=True)
    table.add_column("Took", justify="right", no_wrap=True)
    table.add_column("Snippet, what it proves and claims", overflow="fold")
    for one in standings:
        took = "" if one.took is None else f"{one.took:.3f} s"
        claims = f" ({', '.join(one.claims)})" if one.claims else ""
        # Every command takes the shorter path as well.
        name = one.path.removeprefix("snippets/")
        what = Text.assemble(name, "\n", (one.sentence, "dim"), (claims, "dim italic"))
        table.add_row(Text(one.state, _STYLES[one.state]), took, what)
    console.print(table)
    counts = Counter(one.state for one in standings)
    told = ", ".join(f"{counts[state]} {state}" for state in _STYLES if counts[state])
    count = counted(len(standings), "snippet")
    console.print(f"{count}: {told}." if told else f"{count}.", highlight=False)
