"""What a page says about itself to the search, above its text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import yaml

from proof.errors import ProofError
from proof.lint.pages import Page

_BLOCK: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Searched:
    """What the search is told of a page.

    Attributes:
        description: What it is about, in a sentence.
        answers: Questions that it answers, in a reader's words; the anchor of the
            section that answers one may stand behind it, as in `How? #in-a-test`.
        boost: How much more than another it is looked for; 1 unless it says so.
    """

    description: str = ""
    answers: tuple[str, ...] = field(default=())
    boost: float = 1.0


def searched(page: Page) -> Searched:
    """Read the front matter of a page.

    Args:
        page: Any page.

    Raises:
        ProofError: What is there is no list of questions, or no number.
    """
    match = _BLOCK.match(page.text)
    said = _loaded(match[1]) if match else {}
    answers, boost = said.get("answers", []), said.get("search", {}).get("boost", 1)
    if not isinstance(answers, list) or not all(isinstance(x, str) for x in answers):
        raise ProofError(
            "`answers` in the front matter is no list of questions; write each of "
            'them as `  - "How do I …?"` below it',
            page.path,
            1,
        )
    if not isinstance(boost, (int, float)):
        raise ProofError(
            "`search: boost` in the front matter is no number; write one such as 1.25",
            page.path,
            1,
        )
    return Searched(str(said.get("description", "")), tuple(answers), float(boost))


@lru_cache(maxsize=1024)
def _loaded(block: str) -> dict[str, Any]:
    return yaml.safe_load(block) or {}
