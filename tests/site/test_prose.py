"""No number that a machine measured is typed into a page by hand."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page.relative_to(REPOSITORY).as_posix()
    for page in (REPOSITORY / "docs").rglob("*.md")
)
CODE = re.compile(
    r"^ *(`{3,}|~{3,}).*?^ *\1[`~]* *$|(`+)(?!`).+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
MEASURED = re.compile(
    r"\d+[.,]\d+\s*(?:[mµn]?s\b|(?:milli|micro)?seconds?\b)|\d+\s*(?:ms|µs)\b"
)


def measured(text: str) -> list[str]:
    """What looks measured in Markdown, outside its code."""
    return MEASURED.findall(CODE.sub("", text))


@pytest.mark.parametrize("page", PAGES)
def test_no_measured_number_is_typed(page: str) -> None:
    assert measured((REPOSITORY / page).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took 1.01 s.", ["1.01 s"]),
        ("It took 12 ms, then 0,5 seconds.", ["12 ms", "0,5 seconds"]),
        ("`sleep(1.5)` waits", []),
        ("```python\nprint('1.01 s')\n```\nthen 2.02 s", ["2.02 s"]),
        ("Python 3.11 starts in 2022", []),
    ],
)
def test_measured_numbers_are_told_from_others(text: str, found: list[str]) -> None:
    assert measured(text) == found
