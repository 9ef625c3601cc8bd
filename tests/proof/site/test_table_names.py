"""Names in tables may break at their joints, and nowhere else."""

import pytest
from markdown import markdown

from proof.site.table_names import with_breakable_names


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("asyncio.sleep(0.2)", "asyncio.<wbr>sleep(<wbr>0.<wbr>2)"),
        ("create_task", "create_<wbr>task"),
        ("KeyboardInterrupt", "Keyboard<wbr>Interrupt"),
        ("shutdown()", "shutdown()"),
        ("__await__", "__await__"),
        ("await a.f()", "await a.<wbr>f()"),
        ("a/b_c.py", "a/<wbr>b_<wbr>c.<wbr>py"),
        ("a&lt;b", "a&lt;b"),
    ],
)
def test_where_a_name_may_break(code: str, wanted: str) -> None:
    cell = "<table><tr><td>a_b <code>{}</code></td></tr></table>"
    html = with_breakable_names(cell.format(code))
    assert html == cell.format(wanted)
    assert with_breakable_names(html) == html


@pytest.mark.parametrize(
    "html", ["<p><code>a.b</code></p>", "<table class='x'>{}</table>"]
)
def test_what_is_in_no_plain_table_stays(html: str) -> None:
    html = html.format("<tr><td><code>a.b</code></td></tr>")
    assert with_breakable_names(html) == html


def test_it_is_an_extension_of_markdown() -> None:
    text = "| A |\n| --- |\n| `asyncio.run` |"
    html = markdown(text, extensions=["tables", "proof.site.table_names"])
    assert "asyncio.<wbr>run" in html
