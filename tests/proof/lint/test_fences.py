"""Fenced blocks, found with their places."""

from proof.lint.fences import Fence, fences


def _found(text: str) -> list[Fence]:
    return list(fences(text.split("\n")))


def test_a_fence_is_found_with_its_place_and_code() -> None:
    (fence,) = _found("Prose.\n\n```python\nx = 1\n```\nMore.")
    assert fence == Fence(2, 5, "x = 1", is_executed=False)
    assert fence.first_line == 4


def test_a_fence_within_a_list_loses_its_indentation() -> None:
    (fence,) = _found('- a\n\n    ```python exec="on"\n    if x:\n        y\n    ```')
    assert (fence.code, fence.is_executed) == ("if x:\n    y", True)


def test_a_fence_that_nobody_closes_goes_to_the_end() -> None:
    (fence,) = _found("```\na\nb")
    assert (fence.start, fence.end, fence.code) == (0, 3, "a\nb")
    assert not fence.is_closed


def test_a_fence_within_another_is_code() -> None:
    (fence,) = _found("````markdown\n```python\nx\n```\n````")
    assert fence.code == "```python\nx\n```"


def test_every_fence_is_found() -> None:
    assert [f.code for f in _found("```\na\n```\n~~~\nb\n~~~\n```\n```")] == [
        "a",
        "b",
        "",
    ]
