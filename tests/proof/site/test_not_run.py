"""A block that asks for a run that there is none of."""

from collections.abc import Callable

from markdown import Markdown

from proof.lint.fences import fences
from proof.site.build import Build
from proof.site.not_run import with_notes
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Begin = Callable[..., Build]

PAGE = """\
Before.

```python exec="on" session="a"
from proof import run
this = run("a/new.py")
```

Between.

```python exec="on" session="b"
print("other")
```

  ```python exec="on" session="a"
  print(this.took)
  ```

After."""


def _noted(text: str, build: Build) -> list[str]:
    lines = text.split("\n")
    return with_notes(lines, [f for f in fences(lines) if f.is_executed], build)


def test_the_reason_takes_the_place_of_the_block_and_of_its_session(
    begin: Begin, add: Add
) -> None:
    add("a/new.py")
    lines = _noted(PAGE, begin(is_serving=True))
    notes = [line for line in lines if "proof-note" in line]
    assert ["snippets/a/new.py: not run yet" in note for note in notes] == [True, True]
    assert notes[1].startswith("  <p")
    assert [line for line in lines if line.isalpha() or line.endswith(".")] == [
        "Before.",
        "Between.",
        "After.",
    ]
    assert 'print("other")' in lines
    assert "this" not in "".join(line for line in lines if line not in notes)


def test_a_block_without_a_reason_stays(begin: Begin) -> None:
    text = '```python exec="on"\nrun("a/nowhere.py")\n```\nrun("a/new.py")'
    assert _noted(text, begin(is_serving=True)) == text.split("\n")


def test_all_runs_are_none_where_there_is_none(begin: Begin) -> None:
    text = '```python exec="on"\nprint(len(runs()))\n```'
    assert "no snippet was run yet" in "".join(_noted(text, begin(is_serving=True)))


def test_markdown_has_it_by_the_name_of_the_module(begin: Begin, add: Add) -> None:
    add("a/later.py", metadata='requires-python = ">=3.39"')
    begin()
    text = '```python exec="on"\nrun("a/later.py").took\n```'
    html = Markdown(extensions=["proof.site.not_run"]).convert(text)
    assert "it needs Python &gt;=3.39." in html
    assert "took" not in html
