"""What is checked of every page is found where it is wrong."""

import pytest

from .accessibility import serious_violations
from .conftest import OpenPage

PAGE = "learn/three-coroutines-one-second/"


@pytest.mark.parametrize(
    "pale",
    ["article p", ".proof-line:last-child", "figcaption", ".proof-search-label"],
)
def test_a_pale_text_is_found(open_page: OpenPage, pale: str) -> None:
    page = open_page(PAGE).page
    page.add_style_tag(content=f"{pale} {{ color: #ccc !important }}")
    found = serious_violations(page)
    assert found
    assert {one.partition(":")[0] for one in found} == {"color-contrast"}


def test_a_picture_without_words_is_found(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    page.evaluate("document.querySelector('article').append(new Image())")
    (found,) = serious_violations(page)
    assert found.startswith("image-alt: ")
