"""Stages follow from imports, and none goes the wrong way."""

import pytest

from proof.tooling import Module, modules
from proof.tooling.stages import STAGES, Placed, placed, recorder


def package(**imports: str) -> dict[str, Module]:
    """Modules by what they import; `__` stands for a dot."""
    names = {name.replace("__", "."): found for name, found in imports.items()}
    return {n: Module(n, f"{n}.", tuple(i.split())) for n, i in names.items()}


SMALL = package(
    errors="",
    snippet="errors",
    runs="errors",
    runner="runs snippet",
    store="runs",
    gate="store runner",
    timeline="timeline__svg".replace("__", "."),
    timeline__svg="runs",
    timeline__spare="",
    markup="",
    page="timeline markup store",
    cli="gate",
    lonely="page",
    recorder__trace="",
    recorder__arm="recorder.trace",
)


def names(stage: Placed) -> list[str]:
    return [module.name for module in stage.modules]


def test_a_module_stands_in_the_first_stage_that_needs_it() -> None:
    read, execute, keep, gate, draw, _, called = placed(SMALL)
    assert names(read) == ["errors", "snippet"]
    assert names(execute) == ["runs", "runner"]
    assert names(keep) == ["store"]
    assert names(gate) == ["gate"]
    assert names(draw) == ["markup", "page"]
    assert names(called) == ["lonely", "cli"]


def test_packages_stay_together() -> None:
    draw = placed(SMALL)[4]
    assert [(p, [m.name for m in found]) for p, found in draw.packages.items()] == [
        ("timeline", ["timeline.spare", "timeline.svg", "timeline"])
    ]
    assert len(draw.everything) == 5


def test_imports_are_counted_by_stage() -> None:
    stages = placed(SMALL)
    assert stages[0].imports == {}
    assert stages[1].imports == {1: 2}
    assert stages[3].imports == {2: 1, 3: 1}
    assert stages[6].imports == {4: 1, 5: 1}


def test_the_recorder_is_in_none() -> None:
    everything = [m.name for stage in placed(SMALL) for m in stage.everything]
    assert [m.name for m in recorder(SMALL)] == ["recorder.trace", "recorder.arm"]
    assert sorted([*everything, "recorder.arm", "recorder.trace"]) == sorted(SMALL)


def test_an_import_from_a_later_stage_is_told() -> None:
    wrong = {**SMALL, "timeline.spare": Module("timeline.spare", "", ("cli",))}
    with pytest.raises(ValueError, match=r"timeline\.spare imports cli, which is of a"):
        placed(wrong)


def test_every_module_of_ours_has_its_place() -> None:
    found = modules()
    stages = placed(found)
    listed = [m.name for stage in stages for m in stage.everything]
    assert sorted([*listed, *(m.name for m in recorder(found))]) == sorted(found)
    for stage in stages:
        assert stage.modules
        assert all(number < stage.number for number in stage.imports)


def test_every_head_exists_and_comes_last() -> None:
    for stage in placed(modules()):
        heads = set(stage.stage.heads)
        last = heads - set(stage.packages)
        assert heads - last <= set(stage.packages)
        assert set(names(stage)[-len(last) :]) == last
    assert [bool(stage.gives) for stage in STAGES] == [True] * 5 + [False] * 2


def test_what_draws_is_not_what_runs() -> None:
    place = {m.name: s.number for s in placed(modules()) for m in s.everything}
    assert place["process"] == place["historian"] == 2
    assert place["figure"] == place["timeline.svg"] == 5
