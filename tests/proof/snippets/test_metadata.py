"""The script metadata of a snippet, and the error for each mistake in it."""

from textwrap import dedent

import pytest

from proof.errors import ProofError
from proof.snippets.metadata import Metadata, MetadataBlock, parse_metadata


def _read(text: str) -> MetadataBlock:
    return parse_metadata(dedent(text).strip("\n").split("\n"), "snippets/a.py")


def test_without_a_block_the_defaults_hold() -> None:
    block = _read('"""A sentence."""')
    assert block.metadata == Metadata(">=3.11", (), 10.0, alone=False, xfail=False)
    assert block.start == block.end


def test_everything_can_be_stated() -> None:
    block = _read("""
        # /// script
        # requires-python = ">=3.12,<3.15"
        # dependencies = [
        #     "aiohttp>=3.9",
        #     "requests",
        # ]
        #
        # [tool.proof]
        # timeout = 2.5
        # alone = true
        # xfail = true
        # ///
        "A sentence."
        """)
    assert block.metadata.dependencies == ("aiohttp>=3.9", "requests")
    assert (block.metadata.timeout, block.metadata.alone) == (2.5, True)
    assert block.metadata.xfail
    assert set(block.metadata.requires_python.split(",")) == {">=3.12", "<3.15"}
    assert (block.start, block.end) == (0, 12)


def test_what_is_not_stated_keeps_its_default() -> None:
    metadata = _read("""
        # /// script
        # tool.proof.alone = true
        # ///
        """).metadata
    assert metadata == Metadata(alone=True)


def test_a_whole_number_of_seconds_is_a_timeout() -> None:
    metadata = _read("""
        # /// script
        # [tool.proof]
        # timeout = 300
        # ///
        """).metadata
    assert metadata.timeout == 300.0


def test_metadata_of_another_tool_is_its_own_affair() -> None:
    metadata = _read("""
        # /// script
        # [tool.uv]
        # timeout = 5
        # ///
        """).metadata
    assert metadata == Metadata()


def test_a_comment_above_the_block_moves_the_lines_of_errors() -> None:
    text = """

        # /// script
        # color = 1
        # ///
        """
    with pytest.raises(ProofError) as caught:
        parse_metadata(dedent(text).split("\n"), "p")
    assert caught.value.line == 4


_MISTAKES = {
    "not-closed": (
        """
        # /// script
        # dependencies = []
        "A sentence."
        """,
        1,
        "not closed",
    ),
    "not-closed-at-the-end": ("# /// script", 1, "not closed"),
    "two-blocks": (
        """
        # /// script
        # ///

        # /// script
        # ///
        """,
        4,
        "second",
    ),
    "no-toml": (
        """
        # /// script
        # requires-python = ">=3.11"
        # dependencies = [aiohttp]
        # ///
        """,
        3,
        "invalid TOML in the script metadata",
    ),
    "toml-cut-off": (
        """
        # /// script
        # dependencies = [
        #     "aiohttp",
        # ///
        """,
        3,
        "invalid TOML in the script metadata",
    ),
    "a-key-twice": (
        """
        # /// script
        # dependencies = []
        # dependencies = []
        # ///
        """,
        3,
        "invalid TOML in the script metadata",
    ),
    "unknown-key": (
        """
        # /// script
        # dependencies = []
        # timeout = 3
        # ///
        """,
        3,
        "unknown key `timeout` in the script metadata; write it below a line "
        "`# [tool.proof]`; known: `requires-python`, `dependencies`, `tool`",
    ),
    "unknown-key-of-the-tool": (
        """
        # /// script
        # [tool.proof]
        # timeout = 3
        # retries = 3
        # ///
        """,
        4,
        "unknown key `retries` in the script metadata; known: `timeout`, `alone`, "
        "`xfail`",
    ),
    "tool-is-no-table": (
        """
        # /// script
        # tool = 3
        # ///
        """,
        2,
        "must be a table",
    ),
    "tool-proof-is-no-table": (
        """
        # /// script
        # dependencies = []
        # tool.proof = "alone"
        # ///
        """,
        3,
        "must be a table",
    ),
    "no-specifier": (
        """
        # /// script
        # requires-python = "3.12 or so"
        # ///
        """,
        2,
        "'3.12 or so'; write a version specifier",
    ),
    "a-key-of-the-top-below-the-tool": (
        """
        # /// script
        # [tool.proof]
        # requires-python = ">=3.12"
        # ///
        """,
        3,
        "write it above the line `# [tool.proof]`",
    ),
    "a-number-too-long-for-toml": (
        f"# /// script\n# [tool.proof]\n# timeout = {'1' * 5000}\n# ///",
        3,
        "invalid TOML",
    ),
    "a-number-too-long-to-write": (
        f"# /// script\n# [tool.proof]\n# timeout = 0x{'f' * 5000}\n# ///",
        3,
        "timeout is a very long number",
    ),
    "nested-too-deep": (
        f"# /// script\n# dependencies = {'[' * 9000}\n# ///",
        2,
        "invalid TOML",
    ),
    "number-for-specifier": (
        """
        # /// script
        # dependencies = []
        # requires-python = 3.12
        # ///
        """,
        3,
        "requires-python is 3.12",
    ),
    "list-for-specifier": (
        """
        # /// script
        # requires-python = [">=3.12"]
        # ///
        """,
        2,
        "write a version specifier",
    ),
    "text-for-dependencies": (
        """
        # /// script
        # dependencies = "aiohttp"
        # ///
        """,
        2,
        "must be a list",
    ),
    "numbers-for-dependencies": (
        """
        # /// script
        # dependencies = [1]
        # ///
        """,
        2,
        "must be a list",
    ),
    "no-requirement": (
        """
        # /// script
        # requires-python = ">=3.12"
        # dependencies = ["aiohttp", "-r all.txt"]
        # ///
        """,
        3,
        "'-r all.txt' is not a valid requirement",
    ),
    **{
        f"timeout-{value}": (
            f"""
            # /// script
            # [tool.proof]
            # timeout = {value}
            # ///
            """,
            3,
            "more than 0 and at most 300",
        )
        for value in ("0", "-1", "300.5", "true", '"5"', "nan", "inf")
    },
    "alone-is-a-number": (
        """
        # /// script
        # [tool.proof]
        # timeout = 1
        # alone = 1
        # ///
        """,
        4,
        "alone is 1; write true or false",
    ),
    "xfail-is-a-text": (
        """
        # /// script
        # [tool.proof]
        # xfail = "Takes"
        # ///
        """,
        3,
        "xfail is 'Takes'; write true or false",
    ),
    "code-above-it": (
        """
        "A sentence that would not be shown."
        # /// script
        # ///
        """,
        2,
        "at the top",
    ),
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


@pytest.mark.parametrize("wanted", [">=3.11.4", "!=3.11.0", "==3.11.4.*", "~=3.11.0"])
def test_a_snippet_is_for_no_patch_release(wanted: str) -> None:
    with pytest.raises(ProofError, match="names a patch release") as caught:
        _read(f"""
            # /// script
            # requires-python = "{wanted}"
            # ///
            """)
    assert caught.value.line == 2


@pytest.mark.parametrize("wanted", [">=3.11", "==3.11.*", "~=3.11", ">=3.11,<3.16"])
def test_a_snippet_is_for_minor_versions(wanted: str) -> None:
    metadata = _read(f"""
        # /// script
        # requires-python = "{wanted}"
        # ///
        """).metadata
    assert set(metadata.requires_python.split(",")) == set(wanted.split(","))
