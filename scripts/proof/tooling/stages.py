"""The modules of this package in the order of their work: stage after stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from proof.tooling import RECORDER, Module, depths, reached


@dataclass(frozen=True)
class Stage:
    """A part of the way from a file to a page.

    Attributes:
        name: What is done here.
        told: The same in a sentence.
        gives: What it hands on.
        heads: The modules that are called from outside; all that they need and no
            earlier stage has belongs to this one.
    """

    name: str
    told: str
    gives: str
    heads: tuple[str, ...]


STAGES = (
    Stage(
        "Read a snippet",
        "Its code, what it needs, and what it claims.",
        "a Snippet",
        ("snippet",),
    ),
    Stage(
        "Execute it",
        "In fresh interpreters, many at once; what came of it is held against the "
        "claims.",
        "a Run, with the history of its tasks",
        ("runner",),
    ),
    Stage(
        "Keep the run",
        "In the folder .proof, for as long as nothing changes that it depends on.",
        "the Run, found again",
        ("store",),
    ),
    Stage(
        "Open the gate",
        "Nothing is published unless every claim was met, and every rule kept.",
        "only Runs that are as claimed",
        ("gate",),
    ),
    Stage(
        "Draw the page",
        "What a page calls: figures, timelines, replays, tables.",
        "finished HTML",
        ("page",),
    ),
    Stage(
        "Help whoever writes",
        "A new page, claims written from what was seen, how everything stands.",
        "",
        ("accepting", "scaffolding", "listing"),
    ),
    Stage(
        "Be called",
        "By a person at a terminal, by what builds the site, by its Markdown.",
        "",
        ("cli", "mkdocs_hook"),
    ),
)
"""The first ones hand a value on; the last ones stand around them, and call them."""


@dataclass(frozen=True)
class Placed:
    """A stage with its modules.

    Attributes:
        number: Which one it is, counted from 1.
        stage: What it is about.
        modules: Those of its own that belong to no package within, from those that
            need nothing to those that need most; the heads come last.
        packages: The modules of each package within, in the same order.
        imports: How often its modules import from each earlier stage, by its number.
    """

    number: int
    stage: Stage
    modules: tuple[Module, ...]
    packages: Mapping[str, tuple[Module, ...]]
    imports: Mapping[int, int]

    @property
    def everything(self) -> tuple[Module, ...]:
        """All its modules."""
        within = (module for package in self.packages.values() for module in package)
        return (*self.modules, *within)


def placed(found: Mapping[str, Module]) -> tuple[Placed, ...]:
    """Each stage with its modules; the recorder is in none.

    A module that no stage needs is one that others call, and stands in the last.

    Raises:
        ValueError: A module imports from a later stage, or itself.
    """
    belongs = _belongs(found)
    depth = depths(found)
    for name, number in belongs.items():
        wrong = [one for one in found[name].imports if belongs[one] > number]
        if wrong:
            raise ValueError(f"{name} imports {wrong[0]}, which is of a later stage")
    return tuple(
        _placed(number, stage, found, belongs, depth)
        for number, stage in enumerate(STAGES, 1)
    )


def recorder(found: Mapping[str, Module]) -> tuple[Module, ...]:
    """The modules that run inside the child."""
    depth = depths(found)
    own = [module for module in found.values() if module.family == RECORDER]
    return tuple(sorted(own, key=lambda module: (depth[module.name], module.name)))


def _belongs(found: Mapping[str, Module]) -> dict[str, int]:
    """The number of each module's stage: the first that needs it."""
    belongs: dict[str, int] = {}
    for number, stage in enumerate(STAGES, 1):
        heads = [head for head in stage.heads if head in found]
        families = {found[name].family for name in reached(heads, found)}
        for name, module in found.items():
            # A package stays together, although not all of it may be needed.
            if module.family in families:
                belongs.setdefault(name, number)
    rest = (name for name, one in found.items() if one.family != RECORDER)
    return {name: belongs.get(name, len(STAGES)) for name in rest}


def _placed(
    number: int,
    stage: Stage,
    found: Mapping[str, Module],
    belongs: Mapping[str, int],
    depth: Mapping[str, int],
) -> Placed:
    names = sorted(
        (name for name, one in belongs.items() if one == number),
        key=lambda name: (name in stage.heads, depth[name], name),
    )
    own = [found[name] for name in names]
    inside = sorted({module.package for module in own if module.package})
    imports: dict[int, int] = {}
    for module in own:
        for imported in module.imports:
            if belongs[imported] != number:
                imports[belongs[imported]] = imports.get(belongs[imported], 0) + 1
    return Placed(
        number,
        stage,
        tuple(one for one in own if not one.package and one.name not in inside),
        {p: tuple(one for one in own if one.family == p) for p in inside},
        dict(sorted(imports.items())),
    )
