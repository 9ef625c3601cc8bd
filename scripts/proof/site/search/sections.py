"""The sections of a built page as text: what a search finds, and where it leads."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"\w+(?:\.\w+)*")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
# What stands within a line; everything else parts words from each other.
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "wbr"}
)
_LEFT_OUT: Final = frozenset(
    {"script", "style", "template", "noscript", "svg", "button", "nav", "form"}
)
# Nine tenths of all tags, cut before a parser has to look at each of them: they colour
# code, draw timelines, and explain words.
_CUT: Final = re.compile(
    r"<template\b.*?</template>"
    r"|<span\b[^>]*\bdata-search-exclude\b[^>]*>[^<]*</span>"
    r"|</?span\b[^>]*>|<wbr>",
    re.DOTALL,
)
_PICTURE: Final = re.compile(r"<(/?)svg\b")
_ARTICLE: Final = re.compile(r"<article\b.*</article>", re.DOTALL)
_TAB: Final = re.compile(r'md-tabs__item--active">\s*<a [^>]*>(.*?)</a>', re.DOTALL)
_LEFT_OUT_CLASSES: Final = frozenset({"headerlink", "proof-key", "proof-wordings"})


@dataclass
class Place:
    """A section of a page, or a program in one.

    Attributes:
        anchor: Its id; empty for the beginning of the page.
        heading: What stands above it.
        text: Its prose.
        code: The words of its programs and of what they printed, each once.
    """

    anchor: str
    heading: str
    text: str = ""
    code: str = ""


@dataclass
class Places:
    """What a page holds.

    Attributes:
        part: The part of the site that it belongs to, as the tabs call it.
        places: Its sections and programs, in order.
    """

    part: str = ""
    places: list[Place] = field(default_factory=list)


def read_places(html: str) -> Places:
    """Read a built page.

    What has the attribute `data-search-exclude` is left out, with all that is in it.

    Args:
        html: The whole page.
    """
    reader = _Reader()
    article, tab = _ARTICLE.search(html), _TAB.search(html)
    reader.feed(_CUT.sub("", _without_pictures(article[0])) if article else "")
    reader.close()
    found = reader.found
    found.part = unescape(_plain(tab[1])) if tab else ""
    for place in _once(found.places):
        place.heading = _plain(place.heading)
        place.text = _plain(place.text)
        place.code = " ".join(dict.fromkeys(_WORD.findall(place.code)))
    found.places = [one for one in _once(found.places) if one.text or one.code]
    return found


def _without_pictures(html: str) -> str:
    """A page without SVG, of which one may be within another."""
    kept, depth, end = [], 0, 0
    for tag in _PICTURE.finditer(html):
        if not depth and not tag[1]:
            kept.append(html[end : tag.start()])
        depth += -1 if tag[1] else 1
        if not depth:
            end = html.index(">", tag.end()) + 1
    return "".join([*kept, html[end:]])


def _once(places: list[Place]) -> list[Place]:
    """Without those that are there a second time: a section goes on after a figure."""
    return list({id(one): one for one in places}.values())


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


@dataclass
class _Open:
    """An element that has begun."""

    tag: str
    is_left_out: bool
    is_code: bool = False
    is_heading: bool = False
    is_figure: bool = False


class _Reader(HTMLParser):
    """Goes through a page once; what is open is on a stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Places()
        self._open: list[_Open] = []
        self._sections: list[Place] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        if tag in _VOID:
            self._add(" ")
            return
        is_left_out = (
            self._is_left_out
            or tag in _LEFT_OUT
            or "data-search-exclude" in given
            or bool(classes & _LEFT_OUT_CLASSES)
        )
        one = _Open(tag, is_left_out, is_code=tag == "pre" or self._is_code)
        if not is_left_out:
            self._begin(one, given.get("id") or "")
        self._open.append(one)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self._open:
            one = self._open.pop()
            if one.is_figure:
                # What comes after a figure belongs to the section around it.
                self.found.places.append(self._sections[-1])
            if one.tag == tag:
                break
        if tag not in _INLINE:
            self._add("\n" if self._is_code else " ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    @property
    def _is_left_out(self) -> bool:
        return bool(self._open) and self._open[-1].is_left_out

    @property
    def _is_code(self) -> bool:
        return bool(self._open) and self._open[-1].is_code

    def _begin(self, one: _Open, identifier: str) -> None:
        if one.tag in _HEADINGS:
            one.is_heading = True
            anchor = "" if one.tag == "h1" else identifier
            self._sections.append(Place(anchor, ""))
            self.found.places.append(self._sections[-1])
        elif one.tag == "figure" and identifier and self._sections:
            # No browser leads to what is folded away.
            if any(other.tag == "details" for other in self._open):
                return
            one.is_figure = True
            self.found.places.append(Place(identifier, self._sections[-1].heading))

    def _add(self, text: str) -> None:
        if not self.found.places or self._is_left_out:
            return
        place = self.found.places[-1]
        if any(one.is_heading for one in self._open):
            place.heading += text
        elif self._is_code:
            place.code += text
        else:
            place.text += text
