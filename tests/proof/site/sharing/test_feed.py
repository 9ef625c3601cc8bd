"""The feed of what changed."""

import re
from xml.etree import ElementTree as ET

from proof.project import Project
from proof.site.sharing.feed import CHANGES, feed

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://docs.invalid/proof/"
PAGE = """\
# What changed

Newest first.

## 2026-11-28: A `search` & more { #search }

It finds [messages](../x.md).
Over two lines.

## 2026-11-01: Before { #before }

Text.
"""


def entries(text: str) -> list[ET.Element]:
    return ET.fromstring(text.partition("?>")[2].strip()).findall(f"{ATOM}entry")


def test_each_heading_is_an_entry_with_its_own_address() -> None:
    first, second = entries(feed(PAGE, "Proof", ADDRESS))
    values = {one.tag.removeprefix(ATOM): one.text for one in first}
    assert values["title"] == "A `search` & more"
    assert values["id"] == "https://docs.invalid/proof/about/changes/#search"
    assert values["updated"] == "2026-11-28T00:00:00Z"
    assert values["summary"] == "It finds messages. Over two lines."
    assert second.findtext(f"{ATOM}title") == "Before"


def test_it_was_updated_when_the_newest_was() -> None:
    root = ET.fromstring(feed(PAGE, "Proof", ADDRESS).partition("?>")[2].strip())
    assert root.findtext(f"{ATOM}updated") == "2026-11-28T00:00:00Z"
    (own,) = [one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert own.get("href") == f"{ADDRESS}feed.xml"


def test_every_heading_of_the_page_is_found() -> None:
    text = (Project.locate().docs / CHANGES).read_text("utf-8")
    headings = re.findall("^## ", text, re.MULTILINE)
    assert headings
    dates = [one.findtext(f"{ATOM}updated") for one in entries(feed(text, "P", "/"))]
    assert len(dates) == len(headings)
    assert dates == sorted(dates, key=str, reverse=True)
