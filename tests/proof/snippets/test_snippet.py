"""Reading a snippet: what it says, what a reader sees, what it must not be."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.errors import ProofError
from proof.project import Project
from proof.snippets.metadata import Metadata
from proof.snippets.snippet import Snippet

_WHOLE = '''\
# /// script
# [tool.proof]
# alone = true
# ///

"""Two words are printed.

More about it.
"""

print("One")


# Proof:
# Output:
#     One
'''


def _parse(text: str, name: str = "section/it_does.py") -> Snippet:
    return Snippet.parse(name, text.encode())


def test_a_reader_sees_the_file_without_metadata_and_claims() -> None:
    snippet = _parse(_WHOLE)
    assert snippet.code[0] == '"""Two words are printed.'
    assert snippet.code[-1] == 'print("One")'


def test_line_numbers_are_those_of_the_file() -> None:
    snippet = _parse(_WHOLE)
    assert _WHOLE.split("\n")[snippet.first_line - 1] == snippet.code[0]
    assert snippet.claims[0].line == _WHOLE.split("\n").index("# Output:") + 1


def test_without_metadata_the_code_begins_where_the_file_does() -> None:
    snippet = _parse('"""One."""\n# Proof:\n# Output:\n')
    assert (snippet.first_line, snippet.code) == (1, ('"""One."""',))
    assert snippet.metadata == Metadata()


def test_the_sentence_is_the_first_line_of_the_docstring() -> None:
    assert _parse(_WHOLE).sentence == "Two words are printed."


@pytest.mark.parametrize(
    ("docstring", "sentence"),
    [
        pytest.param("'''One.'''", "One.", id="other-quotes"),
        pytest.param('"One."', "One.", id="short-quotes"),
        pytest.param('"""\n\nOne.\nTwo.\n"""', "One.", id="begins-below"),
        pytest.param('# A remark.\n"""One."""', "One.", id="below-a-comment"),
        pytest.param('r"""A \\n b."""', "A \\n b.", id="raw"),
    ],
)
def test_a_docstring_can_be_written_in_many_ways(docstring: str, sentence: str) -> None:
    assert _parse(f"{docstring}\n# Proof:\n# Output:\n").sentence == sentence


@pytest.mark.parametrize(
    "docstring", ['"""One."""', '"""One.\n\nMore.\n"""', "'''One.'''", 'r"""One."""']
)
def test_a_file_that_is_a_syntax_error_has_a_sentence_too(docstring: str) -> None:
    snippet = _parse(f"{docstring}\nawait = 1\n# Proof:\n# Raises: SyntaxError: ...\n")
    assert snippet.sentence == "One."


@pytest.mark.parametrize("text", ["x = 1", '"""   """', "", "x = ["])
def test_without_a_sentence_it_is_refused(text: str) -> None:
    with pytest.raises(ProofError, match="no docstring") as caught:
        _parse(f"{text}\n# Proof:\n# Output:\n")
    assert (caught.value.path, caught.value.line) == ("snippets/section/it_does.py", 1)


def test_without_claims_it_is_refused_where_they_should_be() -> None:
    with pytest.raises(ProofError, match="it claims nothing") as caught:
        _parse('"""One."""\nprint(1)\n')
    assert caught.value.line == 2


@pytest.mark.parametrize("line", ["#Proof:", "# proof:", "# Proof", "  # PROOF:"])
def test_a_mark_that_is_nearly_right_is_pointed_at(line: str) -> None:
    with pytest.raises(ProofError, match="exactly so: `# Proof:`") as caught:
        _parse(f'"""One."""\nprint(1)\n{line}\n# Output:\n')
    assert caught.value.line == 3


def test_a_mark_without_claims_is_pointed_at() -> None:
    with pytest.raises(ProofError, match="no claim follows `# Proof:`") as caught:
        _parse('"""One."""\nprint(1)\n# Proof:\n\n')
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("written", "ending"),
    [("", ()), ("\n\n# Proof:\n", ("", "# Proof:")), ("\n# Proof:", ("# Proof:",))],
)
def test_a_draft_may_claim_nothing(written: str, ending: tuple[str, ...]) -> None:
    content = f'"""One."""\nx = 1{written}'.encode()
    snippet = Snippet.parse("a/b.py", content, draft=True)
    assert (snippet.claims, snippet.code) == ((), ('"""One."""', "x = 1"))
    assert snippet.ending == ending


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n", "no docstring"),
        ('"""One."""\n# proof:\n', "exactly so: `# Proof:`"),
        ('"""One."""\n# Proof:\n# Otput:\n', "unknown claim `Otput`"),
        ('# /// script\n"""One."""\n', "is not closed"),
    ],
)
def test_what_a_draft_does_say_must_be_valid(text: str, message: str) -> None:
    with pytest.raises(ProofError, match=message):
        Snippet.parse("a/b.py", text.encode(), draft=True)


@pytest.mark.parametrize("letter", [r"\ud800", r"\0", r"\x1b"])
def test_a_sentence_that_no_page_can_show_is_refused(letter: str) -> None:
    with pytest.raises(ProofError, match="in its first line, which no page can"):
        _parse(f'"""One {letter}."""\n# Proof:\n# Output:\n')


def _parses_or_says_why(content: bytes, *, draft: bool) -> None:
    try:
        snippet = Snippet.parse("a/b.py", content, draft=draft)
    except ProofError as error:
        problem = error
    else:
        assert snippet.claims or draft
        assert snippet.sentence.strip() == snippet.sentence != ""
        return
    assert problem.path == "snippets/a/b.py"
    assert "\n" not in problem.message
    assert 1 <= problem.line <= content.count(b"\n") + content.count(b"\r") + 2


@given(st.binary(), st.booleans())
def test_any_bytes_are_a_snippet_or_an_error(content: bytes, draft: bool) -> None:
    _parses_or_says_why(content, draft=draft)


_PIECES = [line.encode() for line in _WHOLE.split("\n")] + [
    *(b"# /// script", b"# ///", b"# [tool.proof]", b"# xfail = true", b"# [[a]]"),
    *(b'# requires-python = ">=3.12"', b'# dependencies = ["a"]', b"# timeout = 1e9"),
    *(b"# Proof:", b"#proof:", b"# Output:", b"#     ...", b"#", b"\xff", b"\0", b"'"),
    *(
        b"# Output [<3.12]: anything",
        b"# Takes: 1 s",
        b"# Raises: E",
        b"\r",
        b"\f",
        b"{",
    ),
]


@given(
    st.lists(st.tuples(st.integers(0, 15), st.sampled_from(_PIECES), st.booleans())),
    st.booleans(),
)
def test_a_snippet_that_was_mutated_is_one_or_an_error(
    edits: list[tuple[int, bytes, bool]],
    draft: bool,
) -> None:
    lines = _WHOLE.encode().split(b"\n")
    for index, piece, is_insertion in edits:
        lines[index : index + (not is_insertion)] = [piece]
    _parses_or_says_why(b"\n".join(lines), draft=draft)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ProofError) as caught:
        _parse("")
    assert caught.value.line == 1


def test_a_mark_inside_the_program_is_part_of_the_program() -> None:
    code = ('"""One."""', 'text = """', "# Proof:", "# Output: wrong", '"""')
    snippet = _parse("\n".join([*code, "# Proof:", "# Output:", "#     One"]))
    assert snippet.code == code
    assert [claim.body for claim in snippet.claims] == [("One",)]


def test_versions_of_claims_are_checked_against_the_metadata(
    parse: Callable[..., Snippet],
) -> None:
    claims = "Exits [>=3.12]: 1\nOutput:"
    with pytest.raises(ProofError, match=r"no `Exits` claim is about Python 3\.11"):
        parse(claims=claims)
    assert parse(claims=claims, metadata='requires-python = ">=3.12"').claims


def test_claims_of_one_version_are_found_by_subject(
    parse: Callable[..., Snippet],
) -> None:
    snippet = parse(
        claims="Unordered output [<3.12]:\n    A\nOutput [>=3.12]:\n    B\nExits: 1"
    )
    assert snippet.claims_about("3.11")["Output"].body == ("A",)
    assert snippet.claims_about("3.12")["Output"].body == ("B",)
    assert snippet.claims_about("3.12").keys() == {"Output", "Exits"}


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_other_line_ends_make_no_difference(end: str) -> None:
    other, plain = _parse(_WHOLE.replace("\n", end)), _parse(_WHOLE)
    assert (other.sentence, other.metadata, other.claims, other.code) == (
        plain.sentence,
        plain.metadata,
        plain.claims,
        plain.code,
    )


def test_bytes_are_kept_as_they_are() -> None:
    content = b"\xef\xbb\xbf" + _WHOLE.replace("\n", "\r\n").encode()
    assert Snippet.parse("a/b.py", content).content == content


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    snippet = Snippet.parse("a/b.py", b"\xef\xbb\xbf" + _WHOLE.encode())
    assert snippet.metadata.alone
    assert snippet.sentence == "Two words are printed."


@pytest.mark.parametrize("odd", ["\f", "\v", "\x1c", "\x85", "\u2028"])
def test_what_python_takes_for_no_line_end_is_none_here(odd: str) -> None:
    snippet = _parse(f'"""One."""\nx = "a{odd}b"\n# Proof:\n# Output:\n')
    assert len(snippet.code) == 2
    assert snippet.claims[0].line == 4


def test_what_is_not_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(ProofError, match="not UTF-8") as caught:
        Snippet.parse("a/b.py", b'"""One."""\n\nx = "caf\xe9"\n# Proof:\n# Output:\n')
    assert (caught.value.path, caught.value.line) == ("snippets/a/b.py", 3)


def test_a_null_character_is_refused_with_its_line() -> None:
    with pytest.raises(ProofError, match="null character") as caught:
        _parse('"""One."""\nx = "\0"\n# Proof:\n# Output:\n')
    assert caught.value.line == 2


@pytest.mark.parametrize("name", ["asyncio.py", "sleep/time.py", "a/b/queue.py"])
def test_a_name_that_shadows_a_standard_module_is_refused(name: str) -> None:
    with pytest.raises(
        ProofError, match="shadows the standard library module"
    ) as caught:
        _parse(_WHOLE, name)
    assert caught.value.path == f"snippets/{name}"


def test_a_name_may_hold_that_of_a_standard_module() -> None:
    assert _parse(_WHOLE, "asyncio/time_passes.py").path == (
        "snippets/asyncio/time_passes.py"
    )


def test_a_name_that_no_page_could_hold_is_refused() -> None:
    with pytest.raises(ProofError, match=r"a/caf.udce9\.py: its name is not UTF-8"):
        _parse(_WHOLE, b"a/caf\xe9.py".decode("utf-8", "surrogateescape"))


def test_a_missing_file_is_named_as_it_would_be_typed(project: Project) -> None:
    with pytest.raises(ProofError, match="cannot be read") as caught:
        Snippet.load(project, "sleep/nowhere.py")
    assert caught.value.path == "snippets/sleep/nowhere.py"


def test_a_folder_is_not_a_snippet(project: Project) -> None:
    (project.snippets / "folder.py").mkdir()
    with pytest.raises(ProofError, match="it is a folder"):
        Snippet.load(project, "folder.py")


def test_is_read_from_its_file(project: Project) -> None:
    (project.snippets / "ünïcode.py").write_text(_WHOLE, "utf-8")
    snippet = Snippet.load(project, "ünïcode.py")
    assert snippet.content == _WHOLE.encode()
    assert snippet.path == "snippets/ünïcode.py"
