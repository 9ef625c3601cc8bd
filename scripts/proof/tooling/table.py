"""The modules of this package as a table, in the words they have for themselves."""

from collections.abc import Iterable, Sequence
from html import escape

from proof.markup import breakable
from proof.tooling import Module
from proof.tooling.stages import Placed


def tooling_table(stages: Sequence[Placed], recorder: Sequence[Module]) -> str:
    """The table as HTML.

    Args:
        stages: Its parts, in order.
        recorder: What runs in the child; the last part.
    """
    parts = [
        _part(f"{placed.number} {placed.stage.name}", placed.everything)
        for placed in stages
    ]
    return (
        '<div class="proof-modules"><table>\n'
        "<thead><tr><th>Module</th><th>What it is about</th></tr></thead>\n"
        f"{''.join(parts)}{_part('Apart: the recorder', recorder)}</table></div>\n"
    )


def _part(name: str, modules: Iterable[Module]) -> str:
    rows = "".join(
        f'<tr id="{_identifier(module)}"><td><code>{_name(module)}</code></td>'
        f"<td>{escape(module.sentence)}</td></tr>\n"
        for module in modules
    )
    return (
        f'<tbody><tr><th colspan="2" scope="rowgroup">{escape(name)}</th></tr>\n'
        f"{rows}</tbody>\n"
    )


def _name(module: Module) -> str:
    return breakable(escape(module.name)).replace(".", ".<wbr>")


def _identifier(module: Module) -> str:
    return f"module-{module.name.replace('.', '-').replace('_', '-')}"
