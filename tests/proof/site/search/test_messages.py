"""The words by which a pasted message is found."""

from collections.abc import Callable

from proof.site.search.messages import mentioned, patterns
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]


def claimed(parse: Parse, claims: str) -> Snippet:
    return parse(claims=claims)


def test_what_the_heading_leaves_open_varies_in_every_wording(parse: Parse) -> None:
    snippet = claimed(
        parse,
        "Raises [<3.14]: TypeError: object int can't be used in 'await' expression\n"
        "Raises [>=3.14]: TypeError: 'int' object can't be awaited",
    )
    assert patterns("'…' object can't be awaited", snippet, ()) == [
        "TypeError: object … can't be used in 'await' expression",
        "TypeError: '…' object can't be awaited",
        "'…' object can't be awaited",
    ]


def test_numbers_addresses_and_objects_vary(parse: Parse) -> None:
    snippet = claimed(
        parse, "Raises: RuntimeError: <Lock object at 0x7f2e [locked]> took 3 of 4.5"
    )
    found = patterns("took … of …", snippet, ())
    assert found[0] == "RuntimeError: … took … of …"


def test_first_line_of_a_warning_counts_without_its_place(parse: Parse) -> None:
    snippet = claimed(
        parse, "Stderr:\n    a.py:3: RuntimeWarning: coroutine 'save' was lost\n    ..."
    )
    assert patterns("RuntimeWarning: coroutine '…' was lost", snippet, ()) == [
        "RuntimeWarning: coroutine '…' was lost"
    ]


def test_messages_in_the_prose_of_an_entry_lead_to_it() -> None:
    page = (
        "### `A` { #a }\n\nSo does `no\nlen() of a` and `sleep(1)`.\n\n```python\n```\n"
        "### `B` { #b }\n\n`not of this entry`\n\n```python\n```\n"
    )
    assert mentioned(page, "a") == ["no len() of a"]
