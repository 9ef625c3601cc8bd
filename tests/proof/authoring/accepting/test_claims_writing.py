"""Claims are written into a file, and all else stays byte for byte."""

import pytest

from proof.authoring.accepting.claims_writing import Changes, new_claim, with_changes
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet

_HEAD = b'\xef\xbb\xbf"""It does \xc3\xa9."""\n\nprint("One")  \n\n\n'
_OUTPUT, _TWO = b"# Output:\n#     One\n", b"# Output:\n#     Two\n"


def _claims(content: bytes) -> tuple[Claim, ...]:
    return Snippet.parse("a/b.py", content).claims


def _after(
    content: bytes, *updates: Claim | None, added: tuple[Claim, ...] = ()
) -> bytes:
    """The content after each of its claims got what takes its place."""
    claims = _claims(content)
    pairs = zip(claims, updates, strict=False)
    return with_changes(
        content, claims, Changes({old: new for old, new in pairs if old != new}, added)
    )


_two = new_claim("Output", "", ["Two"])


def test_the_text_of_a_claim_is_replaced() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT + b"# Takes: 1 s\n"
    assert _after(before, _two) == _HEAD + b"# Proof:\n" + _TWO + b"# Takes: 1 s\n"


def test_line_ends_stay() -> None:
    before = (_HEAD + b"# Proof:\n" + _OUTPUT).replace(b"\n", b"\r\n")
    after = (_HEAD + b"# Proof:\n" + _TWO).replace(b"\n", b"\r\n")
    assert _after(before, _two) == after


def test_space_between_claims_stays() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT + b"#\n\n# Takes:   1 s  \n#\n"
    assert _after(before, _two) == before.replace(_OUTPUT, _TWO)


def test_an_opening_line_whose_value_stays_is_not_touched() -> None:
    before = _HEAD + b"# Proof:  \n# Output:   \n#     One\n"
    assert _after(before, _two) == before.replace(b"One\n", b"Two\n")


def test_a_claim_that_is_not_changed_keeps_its_trailing_spaces() -> None:
    before = _HEAD + b"# Proof:\n# Output:\n#     One  \n# Takes: 1 s\n"
    takes = new_claim("Takes", "2.0 s")
    _, old = _claims(before)
    after = with_changes(before, _claims(before), Changes({old: takes}))
    assert after == before.replace(b"1 s", b"2.0 s")


def test_versions_are_written_as_they_were() -> None:
    block = b"# Proof:\n# Output [<3.12]:\n#     One\n# Output [>=3.12]:\n#     Three\n"
    new = new_claim("Output", "", ["Two"], "<3.12")
    assert _after(_HEAD + block, new) == _HEAD + block.replace(b"One", b"Two")


def test_a_claim_that_is_narrowed_says_so() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT
    older = new_claim("Output", "", ["One"], "<3.13")
    newer = new_claim("Output", "", ["Two"], ">=3.13")
    after = _after(before, older, added=(newer,))
    assert after == _HEAD + (
        b"# Proof:\n# Output [<3.13]:\n#     One\n# Output [>=3.13]:\n#     Two\n"
    )


def test_a_claim_is_removed() -> None:
    before = _HEAD + b"# Proof:\n# Stderr:\n#     One\n" + _OUTPUT
    assert _after(before, None) == _HEAD + b"# Proof:\n" + _OUTPUT


@pytest.mark.parametrize(
    ("added", "block"),
    [
        (["Output"], b"# Output:\n# Stderr:\n# Takes: 1 s\n"),
        (["Exits"], b"# Stderr:\n# Exits:\n# Takes: 1 s\n"),
        (["Blocks"], b"# Stderr:\n# Takes: 1 s\n# Blocks:\n"),
        (["Raises", "Exits"], b"# Stderr:\n# Raises:\n# Exits:\n# Takes: 1 s\n"),
    ],
)
def test_new_claims_are_where_one_looks_for_them(
    added: list[str], block: bytes
) -> None:
    before = _HEAD + b"# Proof:\n# Stderr:\n# Takes: 1 s\n"
    after = _after(before, added=tuple(map(new_claim, added)))
    assert after == _HEAD + b"# Proof:\n" + block


def test_a_separator_stays_between_old_and_new() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT + b"#\n# Takes: 1 s\n"
    after = _after(before, added=(new_claim("Exits", "3"),))
    assert after == _HEAD + b"# Proof:\n" + _OUTPUT + b"# Exits: 3\n#\n# Takes: 1 s\n"


@pytest.mark.parametrize(
    "ending", [b'print("One")', b'print("One")\n', b'print("One")\n\n\n']
)
def test_a_file_without_claims_gets_a_block(ending: bytes) -> None:
    after = with_changes(b'"""It."""\n' + ending, (), Changes({}, [_two]))
    head = b'"""It."""\nprint("One")\n\n\n'
    assert after == head + b"# Proof:\n" + _TWO


def test_more_space_than_needed_above_a_new_block_stays() -> None:
    before = b'"""It."""\n\n\n\n\n'
    assert with_changes(before, (), Changes({}, [_two])).startswith(before + b"# Proof")


def test_a_new_block_has_the_files_line_ends() -> None:
    after = with_changes(b'"""It."""\r\n', (), Changes({}, [_two]))
    assert after.count(b"\r\n") == after.count(b"\n") == 6


@pytest.mark.parametrize("mark", [b"# Proof:", b"# Proof:\n", b"# Proof:\n\n"])
def test_an_empty_block_is_filled(mark: bytes) -> None:
    after = with_changes(_HEAD + mark, (), Changes({}, [_two]))
    assert after.startswith(_HEAD + b"# Proof:\n")
    assert _claims(after)[0].body == ("Two",)
    assert after.count(b"# Proof:") == 1


def test_a_last_line_without_end_gets_one() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT.rstrip()
    after = _after(before, added=(new_claim("Takes", "1 s"),))
    assert after == _HEAD + b"# Proof:\n" + _OUTPUT + b"# Takes: 1 s\n"


def test_nothing_to_change_changes_nothing() -> None:
    before = _HEAD + b"# Proof:\n" + _OUTPUT
    assert _after(before) == before


def test_letters_of_every_kind_survive() -> None:
    claim = new_claim("Output", "", ["é → \U0001f600", "", "\ttab"])
    after = _after(_HEAD + b"# Proof:\n" + _OUTPUT, claim)
    assert _claims(after)[0].body == claim.body
