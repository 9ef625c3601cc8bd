"""The picture of how this package is laid out: its stages, from top to bottom."""

from collections.abc import Iterable, Sequence
from html import escape

from proof.timeline.texts import width
from proof.tooling import RECORDER, Module
from proof.tooling.sheet import GAP, PAD, WORDS, Sheet
from proof.tooling.stages import Placed

_WIDTHS = {"narrow": 356, "wide": 690}
_DOT = 19
_ARROW = 46
_RECORDER_TOLD = (
    "Inside the child, and apart: it imports nothing of ours, nobody imports it, and "
    "all it says goes into one trace file."
)
_FROM, _TO = "a file in snippets/", "a page of this site"
_TITLE_OF_ALL = "How the tooling is laid out"


def tooling_picture(stages: Sequence[Placed], recorder: Sequence[Module]) -> str:
    """The picture as HTML, once for narrow and once for wide windows.

    Args:
        stages: What to draw.
        recorder: What runs in the child.
    """
    users = _users([*(m for stage in stages for m in stage.everything), *recorder])
    pictures = (
        _picture(Sheet(across, users), stages, recorder, size)
        for size, across in _WIDTHS.items()
    )
    return f'<div class="proof-layout" data-search-exclude>{"".join(pictures)}</div>\n'


def _users(modules: Iterable[Module]) -> dict[str, list[str]]:
    users: dict[str, list[str]] = {}
    for module in modules:
        for imported in module.imports:
            users.setdefault(imported, []).append(module.name)
    return users


def _picture(
    sheet: Sheet, stages: Sequence[Placed], recorder: Sequence[Module], size: str
) -> str:
    _end(sheet, _FROM)
    _arrow(sheet, "")
    sheet.y -= 7
    sheet.text("told", sheet.across - PAD, "imports from stage", "end")
    sheet.y += 7
    for stage in (one for one in stages if one.stage.gives):
        _stage(sheet, stage, recorder, len(stages))
        _arrow(sheet, stage.stage.gives)
    _end(sheet, _TO)
    sheet.y += 2 * GAP
    for stage in (one for one in stages if not one.stage.gives):
        sheet.y += GAP
        _stage(sheet, stage, recorder, len(stages))
    name = f"proof-tooling-{size}"
    return (
        f'<svg class="proof-tooling {name}" role="group" aria-labelledby="{name}-title"'
        f' aria-describedby="{name}-text" viewBox="0 0 {sheet.across} {sheet.y + 1:g}"'
        f' width="{sheet.across}" height="{sheet.y + 1:g}">'
        f'<title id="{name}-title">{_TITLE_OF_ALL}</title>'
        f'<desc id="{name}-text">{escape(_description(stages, recorder))}</desc>'
        f"{''.join(sheet.parts)}</svg>\n"
    )


def _stage(sheet: Sheet, placed: Placed, recorder: Sequence[Module], most: int) -> None:
    top, kind = sheet.y, "stage" if placed.stage.gives else "around"
    behind = len(sheet.parts)
    sheet.y += 27
    _number(sheet, placed.number, 22, "own")
    sheet.text("title", 40, placed.stage.name)
    _dots(sheet, placed, most)
    sheet.paragraph(placed.stage.told, 40)
    sheet.chips(placed.modules, placed.stage.heads, PAD)
    for package, modules in placed.packages.items():
        _package(sheet, package, "", modules)
    if "runner" in placed.stage.heads:
        _package(sheet, RECORDER, _RECORDER_TOLD, recorder)
    sheet.y += PAD
    sheet.box(top, kind)
    sheet.parts.insert(behind, sheet.parts.pop())


def _package(sheet: Sheet, name: str, told: str, modules: Sequence[Module]) -> None:
    sheet.y += 12
    top, behind = sheet.y, len(sheet.parts)
    sheet.y += 20
    sheet.text("package", PAD * 2, name)
    if told:
        sheet.paragraph(told, PAD * 2)
    # The package itself has the name that is written above.
    within = [module for module in modules if module.package]
    sheet.chips(within, (), PAD * 2)
    sheet.y += 10
    sheet.box(top, "apart" if told else "within", PAD)
    sheet.parts.insert(behind, sheet.parts.pop())


def _dots(sheet: Sheet, placed: Placed, most: int) -> None:
    for number in range(1, most + 1):
        x = sheet.across - PAD - 8 - (most - number) * _DOT
        times = placed.imports.get(number)
        if times:
            said = f"Stage {placed.number} imports {times} times from stage {number}."
            _number(sheet, number, x, "from", said)
        else:
            sheet.parts.append(
                f'<circle class="proof-none" cx="{x:g}" cy="{sheet.y - 5:g}" r="1.5"/>'
            )


def _number(sheet: Sheet, number: int, x: float, kind: str, said: str = "") -> None:
    title = f"<title>{escape(said)}</title>" if said else ""
    radius = 10 if kind == "own" else 8
    sheet.parts.append(
        f'<g class="proof-{kind}">{title}'
        f'<circle cx="{x:g}" cy="{sheet.y - 5:g}" r="{radius}"/>'
        f'<text x="{x:g}" y="{sheet.y - 1:g}" text-anchor="middle">{number}</text></g>'
    )


def _arrow(sheet: Sheet, gives: str) -> None:
    height = _ARROW if gives else _ARROW / 2
    top, end = sheet.y + 3, sheet.y + height - 4
    sheet.parts.append(
        f'<path class="proof-flow" d="M22 {top:g}V{end:g}m-5-6 5 6 5-6"/>'
    )
    sheet.y += height / 2 + 4
    if gives:
        sheet.text("gives", 40, gives)
    sheet.y += height / 2 - 4


def _end(sheet: Sheet, words: str) -> None:
    """Where the way begins, or ends."""
    wide = width(words, WORDS) + 20
    sheet.parts.append(
        f'<rect class="proof-end" x="1" y="{sheet.y:g}" width="{wide:g}" height="26"'
        ' rx="13"/>'
    )
    sheet.y += 17
    sheet.text("words", 1 + wide / 2, words, "middle")
    sheet.y += 9


def _description(stages: Sequence[Placed], recorder: Sequence[Module]) -> str:
    told = [_told(stage) for stage in stages]
    names = ", ".join(module.name.partition(".")[2] for module in recorder)
    return " ".join(
        [
            f"From {_FROM} to {_TO}.",
            *told,
            f"Apart from all of them, in the child: {names}.",
        ]
    )


def _told(placed: Placed) -> str:
    names = ", ".join(module.name for module in placed.everything)
    said = f"Stage {placed.number}, {placed.stage.name}: {placed.stage.told} {names}."
    if placed.imports:
        said += f" Imports from stages {', '.join(map(str, placed.imports))}."
    if placed.stage.gives:
        said += f" Hands on {placed.stage.gives}."
    return said
