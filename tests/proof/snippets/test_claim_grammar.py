"""The grammar of claims: what can be claimed, and the error for each mistake."""

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.errors import ProofError
from proof.snippets.claim_grammar import (
    claim_lines,
    find_claims,
    is_exception,
    parse_claims,
)
from proof.snippets.claims import NAMES, Claim


def _lines(text: str) -> list[str]:
    return dedent(text).strip("\n").split("\n")


def _read(text: str, requires_python: str = ">=3.11") -> tuple[Claim, ...]:
    return parse_claims(
        ["# Proof:", *_lines(text)], 0, requires_python, "snippets/a.py"
    )


def _read_one(text: str) -> Claim:
    (claim,) = _read(text)
    return claim


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("# Output:", "Output", ""),
        ("# Output: anything", "Output", "anything"),
        ("# Unordered output:", "Unordered output", ""),
        ("# Stderr:", "Stderr", ""),
        ("# Stderr: anything", "Stderr", "anything"),
        ("# Raises: ValueError", "Raises", "ValueError"),
        ("# Raises: TypeError: one: two", "Raises", "TypeError: one: two"),
        ("# Raises: a.b.Error: ...", "Raises", "a.b.Error: ..."),
        ("# Raises: main.<locals>.Error", "Raises", "main.<locals>.Error"),
        ("# Raises: nothing", "Raises", "nothing"),
        ("# Exits: 3", "Exits", "3"),
        ("# Exits: SIGKILL", "Exits", "SIGKILL"),
        ("# Takes: 1.0 s", "Takes", "1.0 s"),
        ("# Takes: 2 s ± 0.5 s", "Takes", "2 s ± 0.5 s"),
        ("# Takes:   1.0 s", "Takes", "1.0 s"),
        ("# Blocks: 0.5 s", "Blocks", "0.5 s"),
        ("# Blocks: 0 s ± 0.02 s", "Blocks", "0 s ± 0.02 s"),
    ],
)
def test_every_claim_can_be_made(text: str, name: str, value: str) -> None:
    claim = _read_one(text)
    assert (claim.name, claim.value, claim.body) == (name, value, ())


def test_text_below_a_claim_is_taken_verbatim() -> None:
    claim = _read_one("""
        # Output:
        #     One
        #       indented, # and: signs
        #
        #     ...
        """)
    assert claim.body == ("One", "  indented, # and: signs", "", "...")


def test_a_line_that_looks_like_a_comment_is_text_all_the_same() -> None:
    claim = _read_one("""
        # Output:
        #     #
        #     # Proof:
        #     # Takes: 1.0 s
        """)
    assert claim.body == ("#", "# Proof:", "# Takes: 1.0 s")


def test_trailing_spaces_do_not_count() -> None:
    (output, takes) = _read(
        "# Output:  \n#     One   \n#     \n#     Two\n# Takes: 1 s "
    )
    assert output.body == ("One", "", "Two")
    assert takes.value == "1 s"


def test_blank_lines_between_claims_are_only_space() -> None:
    output, stderr, takes = _read("""
        # Output:
        #     One
        #

        # Stderr:
        #     Two

        # Takes: 1 s
        """)
    assert (output.body, stderr.body) == (("One",), ("Two",))
    assert (output.line, stderr.line, takes.line) == (2, 6, 9)


def test_several_claims_keep_their_order_and_lines() -> None:
    claims = _read("""
        # Stderr:
        #     x
        # Output:
        #     y
        # Exits: 1
        """)
    assert [(c.name, c.line) for c in claims] == [
        ("Stderr", 2),
        ("Output", 4),
        ("Exits", 6),
    ]


_MISTAKES = {
    "text-first": ("#     One", 2, "this text belongs to no claim"),
    "a-lone-sign-first": ("#\n# Output:", 2, "this text belongs to no claim"),
    "code-below": (
        "# Output:\nprint(1)",
        3,
        "move `# Proof:` and all claims to the end",
    ),
    "not-a-claim": ("# Output:\n# just a remark", 3, "this line is not a valid claim"),
    "indented-too-little": ("# Output:\n#    One", 3, "this line is not a valid claim"),
    "indented-line": ("# Output:\n #     One", 3, "this line is not a valid claim"),
    "no-space-after-sign": ("#Output:", 2, "this line is not a valid claim"),
    "no-space-after-colon": ("# Takes:1 s", 2, "this line is not a valid claim"),
    "no-colon": ("# Output", 2, "this line is not a valid claim"),
    "tab-for-spaces": ("# Output:\n#\tOne", 3, "with five spaces and no tab"),
    "unknown-name": (
        "# Output:\n# Prints: One",
        3,
        "unknown claim `Prints`; known: Output, Unordered output, Stderr, Raises, "
        "Exits, Takes",
    ),
    "blocks-without-time": ("# Blocks:", 2, "`Blocks:` cannot be ''"),
    "blocks-without-unit": ("# Blocks: 0.5", 2, "write seconds"),
    "blocks-with-text": ("# Blocks: 1 s\n#     One", 2, "takes no lines below it"),
    "other-case": ("# output:", 2, "`output` (did you mean `Output`?); known: Output"),
    "misspelt": ("# Otput:", 2, "unknown claim `Otput` (did you mean `Output`?)"),
    "claimed-twice": (
        "# Output:\n# Exits: 0\n# Output:",
        4,
        "`Output` is claimed twice; fix this claim or the one in line 2",
    ),
    "claimed-twice-for-one-version": (
        "# Output [<3.13]:\n# Output [>=3.12]:",
        3,
        "`Output` is claimed twice for Python 3.12; fix this",
    ),
    "output-on-one-line": ("# Output: One", 2, "cannot be 'One'"),
    "stderr-on-one-line": ("# Stderr: One", 2, "cannot be 'One'"),
    "anything-and-text": (
        "# Output: anything\n#     One",
        2,
        "`Output: anything` takes no lines below it",
    ),
    "raises-without-exception": ("# Raises:", 2, "`Raises:` cannot be ''"),
    "raises-a-sentence": ("# Raises: some error", 2, "cannot be 'some error'"),
    "raises-a-part-of-a-name": ("# Raises: main.<local>.Error", 2, "cannot be"),
    "raises-with-text": (
        "# Exits: 1\n# Raises: ValueError\n#     One",
        3,
        "takes no lines below it",
    ),
    "exits-without-status": ("# Exits:", 2, "`Exits:` cannot be ''"),
    "exits-too-high": ("# Exits: 256", 2, "a status from 0 to 255"),
    "exits-negative": ("# Exits: -9", 2, "a status from 0 to 255"),
    "exits-no-signal": ("# Exits: SIGNOTHING", 2, "such as `SIGKILL`"),
    "exits-other-digits": ("# Exits: \u0663", 2, "a status from 0 to 255"),
    "exits-endless": (f"# Exits: {'1' * 5000}", 2, "a status from 0 to 255"),
    "takes-endless": (f"# Takes: {'1' * 400} s", 2, "write seconds"),
    "takes-without-time": ("# Takes:", 2, "`Takes:` cannot be ''"),
    "takes-without-unit": ("# Takes: 1.0", 2, "write seconds"),
    "takes-milliseconds": ("# Takes: 100 ms", 2, "write seconds"),
    "takes-negative": ("# Takes: -1 s", 2, "write seconds"),
    "takes-half-a-tolerance": ("# Takes: 1 s ± 0.1", 2, "write seconds"),
    "takes-with-text": ("# Takes: 1 s\n#     One", 2, "takes no lines below it"),
    "no-version-specifier": (
        "# Output [3.12]:",
        2,
        "[3.12] is not a valid version specifier",
    ),
    "patch-release": ("# Output [>=3.12.1]:", 2, "[>=3.12.1] names a patch release"),
    "empty-versions": ("# Output []:", 2, "[] is not a valid version specifier"),
}


@pytest.mark.parametrize(
    ("text", "line", "message"), _MISTAKES.values(), ids=_MISTAKES.keys()
)
def test_a_mistake_is_reported_with_file_and_line(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(ProofError) as caught:
        _read(text)
    assert caught.value.path == "snippets/a.py"
    assert caught.value.line == line
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("# Output:", "# Output:"),
        ("# Takes: 1 s", "# Takes: 1 s"),
        ("# Blocks: 1 s", "# Blocks: 0 s"),
        ("# Raises: KeyError", "# Raises: TypeError"),
        pytest.param("# Output:", "# Unordered output:", id="both-kinds-of-output"),
        pytest.param("# Output:", "# Output [>=3.13]:", id="all-and-some-versions"),
        pytest.param("# Exits [<3.13]: 1", "# Exits [>=3.12]: 2", id="overlap"),
    ],
)
def test_a_claim_made_twice_names_the_other_line(first: str, second: str) -> None:
    with pytest.raises(ProofError, match=r"claimed twice.*line 2") as caught:
        _read(f"{first}\n# Stderr:\n{second}")
    assert caught.value.line == 4


def test_versions_of_one_claim_cover_every_python() -> None:
    claims = _read("""
        # Raises [<3.14]: TypeError: object int can't be used
        # Raises [>=3.14]: TypeError: 'int' object can't be awaited
        # Output:
        """)
    older, newer, output = claims
    assert [older.is_about(v) for v in ("3.11", "3.13", "3.14")] == [True, True, False]
    assert [newer.is_about(v) for v in ("3.11", "3.13", "3.14")] == [False, False, True]
    assert output.is_about("3.11")
    assert output.is_about("3.20")


def test_an_exception_of_some_versions_leaves_nothing_to_the_others() -> None:
    older, newer = _read("# Raises [<3.13]: ValueError\n# Raises [>=3.13]: nothing")
    assert (older.value, newer.value) == ("ValueError", "nothing")


@pytest.mark.parametrize(
    ("claims", "requires_python", "forgotten"),
    [
        pytest.param("# Exits [>=3.13]: 1", ">=3.11", "3.11", id="below"),
        pytest.param("# Exits [<3.13]: 1", ">=3.11", "3.13", id="above"),
        pytest.param(
            "# Exits [<3.12]: 1\n# Exits [>3.12]: 2", ">=3.11", "3.12", id="between"
        ),
        pytest.param("# Exits [==3.12]: 1", ">=3.12,<3.14", "3.13", id="bounded"),
    ],
)
def test_versions_that_leave_one_out_name_it(
    claims: str, requires_python: str, forgotten: str
) -> None:
    with pytest.raises(ProofError) as caught:
        _read(claims, requires_python)
    assert f"no `Exits` claim is about Python {forgotten};" in caught.value.message
    assert caught.value.line == claims.count("\n") + 2


def test_only_the_pythons_a_snippet_requires_must_be_covered() -> None:
    (claim,) = _read("# Exits [>=3.12]: 1", requires_python=">=3.12")
    assert claim.is_about("3.12")


def test_two_kinds_of_output_may_divide_the_versions() -> None:
    claims = _read("# Output [<3.12]:\n# Unordered output [>=3.12]:")
    assert {claim.subject for claim in claims} == {"Output"}


@pytest.mark.parametrize(
    ("lines", "index"),
    [
        pytest.param(["x = 1", "# Proof:", "# Output:"], 1, id="one"),
        pytest.param(["# Proof:", "x = 1", "# Proof:"], 2, id="the-last-counts"),
        pytest.param(["# Proof:   "], 0, id="trailing-spaces"),
        pytest.param(["    # Proof:"], None, id="indented"),
        pytest.param(["# Proof"], None, id="no-colon"),
        pytest.param(["# Proof: of something"], None, id="goes-on"),
        pytest.param(["x = 1  # Proof:"], None, id="behind-code"),
        pytest.param([], None, id="empty"),
    ],
)
def test_the_claims_begin_below_the_last_mark(
    lines: list[str], index: int | None
) -> None:
    assert find_claims(lines) == index


def test_nothing_below_the_mark_is_no_claim() -> None:
    assert _read("") == ()


_VALUES = {
    "Raises": ["ValueError", "a.b.Error: no: such", "main.<locals>.E: ...", "nothing"],
    "Exits": ["0", "255", "SIGKILL"],
    "Takes": ["1 s", "0.25 s ± 0.1 s"],
    "Blocks": ["0.0 s"],
    "Steps": ["main 3", "count 2 1, main 10"],
    "Waits together": ["count 1, count 2"],
}
# No line of a file can hold a line end, and trailing spaces do not count.
_body_lines = st.text(st.characters(exclude_categories=["C", "Z"])) | st.just("  a b")


@st.composite
def _claim(draw: st.DrawFn) -> Claim:
    name = draw(st.sampled_from([one for one in NAMES if one != "Breaks"]))
    if name in _VALUES:
        return Claim(name, draw(st.sampled_from(_VALUES[name])), (), "", 2)
    if draw(st.booleans()):
        return Claim(name, "anything", (), "", 2)
    body = draw(st.lists(_body_lines))
    while body and not body[-1]:
        body.pop()
    return Claim(name, "", tuple(body), "", 2)


@given(_claim(), st.sampled_from(["", ">=3.11"]))
def test_a_claim_that_is_written_is_read_as_the_same(
    claim: Claim, versions: str
) -> None:
    claim = replace(claim, versions=versions)
    lines = ["# Proof:", *claim_lines(claim)]
    assert parse_claims(lines, 0, ">=3.11", "p") == (claim,)


@given(st.text() | st.from_regex(r"[\w.<>]+(: .*)?", fullmatch=True))
def test_what_is_an_exception_can_be_claimed(text: str) -> None:
    lines = ["# Proof:", f"# Raises: {text}"]
    try:
        (claim,) = parse_claims(lines, 0, ">=3.11", "p")
    except ProofError:
        assert not is_exception(text.strip())
    else:
        assert is_exception(claim.value)
