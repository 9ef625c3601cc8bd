"""The words of a message with what varies left open: how a pasted one is found."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from proof.checking.result import Result
from proof.checking.wording import wordings
from proof.snippets.snippet import Snippet

VARIABLE: Final = "…"
"""Stands in a heading, and in a pattern, for what varies."""

# An address in memory, a number, what an object shows of itself.
_SHOWN: Final = r"<(?!\w+>)[^<>]*(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>[^<>]*)*>"
_VARIES: Final = re.compile(rf"{_SHOWN}|0x[0-9a-f]+|\b\d+(?:\.\d+)?\b")
_CODE: Final = re.compile(r"`([^`]+)`")
# Shorter ones are names and expressions.
_FEWEST_WORDS: Final = 4
_PLACE: Final = re.compile(r"^(?:\S+:\d+|\.\.\.): (?=\w*Warning: )")


def patterns(heading: str, snippet: Snippet, results: Sequence[Result]) -> list[str]:
    """Every wording of a message, newest first, with `…` for what varies in it.

    What its heading leaves open in one wording is left open in the others too: where
    the heading `'…' object can't be awaited` is about `'int' object can't be awaited`,
    the word `int` varies in older wordings as well.

    Args:
        heading: That of the entry, with `…` for what varies.
        snippet: The program that gets the message.
        results: What came of it, on each Python that ran it.
    """
    said = [one.text for one in reversed(wordings(results)) if one.text]
    words = [*said, *_claimed(snippet)]
    varying = {word for text in words for word in _filled(heading, text)}
    opened = (_opened(text, varying) for text in [*words, heading])
    return list(dict.fromkeys(text for text in opened if text))


def mentioned(text: str, identifier: str) -> list[str]:
    """Other messages that an entry says mean the same: what is code in its prose.

    Args:
        text: The page with the entry, in Markdown.
        identifier: The id of its heading.
    """
    entry = re.search(
        rf"^#+ .*\{{ *#{re.escape(identifier)}\b.*\n([\s\S]*?)^```", text, re.MULTILINE
    )
    code = _CODE.findall(entry[1]) if entry else []
    return [" ".join(one.split()) for one in code if len(one.split()) >= _FEWEST_WORDS]


def _claimed(snippet: Snippet) -> Iterator[str]:
    """What each version has to say: this machine may lack some of them."""
    raised = [one for one in snippet.claims if one.name == "Raises"]
    for claim in raised:
        if claim.value != "nothing":
            yield claim.value.replace("...", VARIABLE)
    if not any(claim.value != "nothing" for claim in raised):
        for claim in snippet.claims:
            if claim.name == "Stderr" and claim.body:
                first = _PLACE.sub("", claim.body[0])
                yield first.replace("...", VARIABLE)


def _filled(heading: str, text: str) -> Iterator[str]:
    """The words of a message that stand where its heading leaves something open."""
    if VARIABLE not in heading:
        return
    parts = map(re.escape, heading.split(VARIABLE))
    match = re.search(r"([\w.]+)".join(parts), text)
    if match:
        yield from match.groups()


def _opened(text: str, varying: set[str]) -> str:
    text = _VARIES.sub(VARIABLE, text)
    for word in varying:
        text = re.sub(rf"(?<![\w.]){re.escape(word)}(?![\w.])", VARIABLE, text)
    return text
