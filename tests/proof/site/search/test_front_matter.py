"""What a page tells the search about itself."""

import pytest

from proof.errors import ProofError
from proof.lint.pages import Page
from proof.site.search.front_matter import Searched, searched


def page(front_matter: str) -> Page:
    return Page("docs/a.md", "a.md", f"---\n{front_matter}\n---\n# A\n")


def test_questions_description_and_boost_are_read() -> None:
    said = searched(
        page('description: "About A."\nanswers: ["How?"]\nsearch:\n  boost: 0.5')
    )
    assert said == Searched("About A.", ("How?",), 0.5)


def test_page_may_say_nothing() -> None:
    assert searched(Page("docs/a.md", "a.md", "# A\n")) == Searched()


@pytest.mark.parametrize("wrong", ["answers: How?", "answers: [1]"])
def test_answers_are_a_list_of_questions(wrong: str) -> None:
    with pytest.raises(ProofError, match=r"docs/a.md:1: `answers` .* no list"):
        searched(page(wrong))


def test_boost_is_a_number() -> None:
    with pytest.raises(ProofError, match="no number"):
        searched(page("search:\n  boost: much"))
