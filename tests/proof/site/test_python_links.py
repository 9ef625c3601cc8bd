"""Names of Python in prose become links, calmly."""

import re

import pytest
from markdown import markdown

SLEEP = "https://docs.python.org/3/library/asyncio-task.html#asyncio.sleep"
LINK = re.compile(r'<a href="([^"]+)"><code>([^<]*)</code></a>')

# Alone, and beside what the site uses, which treats code spans in its own way.
both_ways = pytest.mark.parametrize(
    "others", [[], ["pymdownx.inlinehilite", "pymdownx.superfences", "tables"]]
)


def linked(text: str, others: list[str] | None = None) -> list[str]:
    """The texts of the links that were made, in order."""
    html = markdown(text, extensions=["proof.site.python_links", *(others or [])])
    return [name for _, name in LINK.findall(html)]


@both_ways
def test_a_name_becomes_a_link_and_stays_as_it_is(others: list[str]) -> None:
    html = markdown(
        "Call `asyncio.sleep()` there.", extensions=["proof.site.python_links", *others]
    )
    assert html == (
        f'<p>Call <a href="{SLEEP}"><code>asyncio.sleep()</code></a> there.</p>'
    )


@both_ways
def test_prose_around_stays(others: list[str]) -> None:
    text = "- *a* `asyncio.run` *b*, `x`, `asyncio.gather`: c\n- `ValueError`"
    plain = markdown(text, extensions=others)
    html = markdown(text, extensions=["proof.site.python_links", *others])
    assert re.sub(r"</?a\b[^>]*>", "", html) == plain
    assert linked(text, others) == ["asyncio.run", "asyncio.gather", "ValueError"]


@both_ways
def test_the_first_one_in_a_section_is_linked(others: list[str]) -> None:
    text = "`asyncio.sleep`, `asyncio.sleep()`\n\n## Two\n\n`asyncio.sleep` twice: "
    assert linked(text + "`asyncio.sleep`", others) == ["asyncio.sleep"] * 2
    assert linked(text + "\n\n### Three\n\n`asyncio.sleep`") == ["asyncio.sleep"] * 2


@both_ways
@pytest.mark.parametrize(
    "text",
    [
        "# `asyncio.sleep`",
        "### `asyncio.sleep`",
        "[about `asyncio.sleep`](page.md)",
        "    asyncio.sleep",
        "```python\nasyncio.sleep\n```",
        "`asyncio.sleep(1)` and `await asyncio.sleep()`",
        "`sleep`, `time`, `print`, `count.sleep`",
        "asyncio.sleep",
        "`asyncio.no_such_thing`",
    ],
)
def test_what_is_no_name_in_prose_is_left_alone(text: str, others: list[str]) -> None:
    assert linked(text, others) == []


def test_a_heading_does_not_use_up_the_first_one() -> None:
    assert linked("# `asyncio.sleep`\n\n`asyncio.sleep`") == ["asyncio.sleep"]


def test_cells_of_a_table_are_prose() -> None:
    table = "| a |\n| --- |\n| `asyncio.sleep` |"
    assert linked(table, ["tables"]) == ["asyncio.sleep"]


def test_hostile_spans_stay_escaped() -> None:
    html = markdown("`<b>asyncio.sleep</b>`", extensions=["proof.site.python_links"])
    assert html == "<p><code>&lt;b&gt;asyncio.sleep&lt;/b&gt;</code></p>"
