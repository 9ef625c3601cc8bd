"""The text of a new snippet and of a new page.

The word TODO is wherever a person has to write something, and nowhere else.
"""

from string import Template

_SNIPPET = Template('''\
"""$title."""

import asyncio

# TODO: put a program here that proves the line on top.


async def work(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    print(name, "is done")


async def main():
    await asyncio.gather(work("one", 0.3), work("two", 0.2))


asyncio.run(main())


# Proof:
# Output:
#     one begins
#     two begins
#     two is done
#     one is done
# Takes: 0.3 s
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(seconds)
#     +    time.sleep(seconds)
''')

_PAGE = Template("""\
---
title: "$title"
description: "TODO: what the page shows, in one sentence of 70 to 160 characters."
---

# $title

TODO: the claim, in one to three sentences. If people commonly say
otherwise, say what is wrong with that.

```python exec="on" html="on"
from proof import show
print(show("$snippet"))
```

```python exec="on" html="on"
from proof import legend
print(legend(folded=True))
```

TODO: what to see in the output and in the timeline.

## When it bites

TODO: where this matters in real work.

## In practice

- TODO: what to do about it.
""")

_NEXT = Template("""
Next: [TODO: the title of another page]($page), TODO: why.
""")


def title_of(name: str) -> str:
    """The sentence that a snippet's name makes, without its full stop."""
    return name.replace("_", " ").capitalize()


def snippet_text(name: str) -> str:
    """A snippet that runs and passes, and that a change breaks.

    Args:
        name: Its name, without a folder and an ending.
    """
    return _SNIPPET.substitute(title=title_of(name))


def page_text(name: str, snippet: str, neighbour: str) -> str:
    """A page that shows a snippet.

    Args:
        name: The snippet's name, without a folder and an ending.
        snippet: Its path below `snippets/`.
        neighbour: Address of another page, relative to this one; empty: there is none.
    """
    page = _PAGE.substitute(title=title_of(name), snippet=snippet)
    return page + (_NEXT.substitute(page=neighbour) if neighbour else "")
