"""A page as Markdown, with what came of its programs."""

from collections.abc import Callable
from dataclasses import replace

from tests.pythons import this_python

from proof.cache.store import Store
from proof.lint.pages import Page
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.build import Build
from proof.site.sharing.twin import twin
from proof.snippets.snippet import Snippet

TEXT = """\
# A page

```python exec="on" html="on" session="x"
from proof import show
name = "a/one.py"
print(show(name, predict="What?"))
```

```python exec="on" session="x"
from proof import run
print(f"It took {run('a/one.py').took:.1f} s.")
```

```python
not_executed()
```

```python exec="on" html="on"
print('<table class="x"><tr><td><svg><text>no</text></svg><b>yes</b></td></tr></table>')
```
"""


def test_programs_and_what_they_printed_stand_in_the_place_of_blocks(
    project: Project,
    begin: Callable[..., Build],
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> None:
    snippet = add("a/one.py", claims="Output:\n    One\n    Two")
    printed = executed(["One", "Two"])
    lines = (replace(printed.lines[0], at=-0.001), replace(printed.lines[1], at=0.25))
    run = made(replace(printed, lines=lines), snippet=snippet.name)
    Store(project).save(snippet, this_python(), run)
    text = twin(Page("docs/a.md", "a.md", TEXT), begin())
    assert f'```python title="snippets/a/one.py"\n{snippet.code[0]}' in text
    assert "```text\n before  One\n  0.250  Two\n```" in text
    assert f"It took {run.took:.1f} s." in text
    assert "```python\nnot_executed()\n```" in text
    assert "<table><tr><td>yes</td></tr></table>" in text
    assert "exec=" not in text
    assert "What?" not in text


def test_a_sentence_about_a_program_that_cannot_run_gives_way_to_the_reason(
    begin: Callable[..., Build], add: Callable[..., Snippet]
) -> None:
    add("a/one.py")
    text = twin(Page("docs/a.md", "a.md", TEXT), begin(is_serving=True))
    assert "snippets/a/one.py: not run yet" in text
    assert "proof-note" not in text
    assert "It took" not in text
    assert "<table><tr><td>yes</td></tr></table>" in text
