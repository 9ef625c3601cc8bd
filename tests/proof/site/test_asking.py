"""What a page depends on besides the programs that it names."""

import pytest

from proof.site.asking import Extent, extent

_PAGE = 'Prose.\n\n```python exec="on" html="on"\n{}\n```\n'


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from proof import show, legend\nshow('a/one.py')", Extent.NOTHING),
        ("from statistics import median\nfrom proof import run", Extent.NOTHING),
        ("from proof import totals", Extent.ALL_RUNS),
        ("from proof.snippets.snippet import Snippet", Extent.ALL_RUNS),
        ("from proof import show, messages", Extent.ALL_PAGES),
        ("import proof", Extent.ALL_PAGES),
        ("from pathlib import Path", Extent.ANYTHING),
        ("import proof, random", Extent.ANYTHING),
        ("print(", Extent.ANYTHING),
    ],
)
def test_imports_of_its_blocks_say_it(code: str, expected: Extent) -> None:
    assert extent(_PAGE.format(code)) is expected


def test_code_that_is_only_shown_asks_for_nothing() -> None:
    assert extent("```python\nfrom pathlib import Path\n```\n") is Extent.NOTHING
