"""The navigation in `mkdocs.yml`: its sections, and adding a page to one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from proof.errors import ProofError
from proof.project import Project

_FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Section:
    """A part of the navigation whose pages are in one folder.

    Attributes:
        folder: The folder, below `docs/`.
        title: What the navigation calls the section.
        pages: Those of its pages that are listed one below the other, in order.
        place: Position in the file of the end of the last of them.
        indent: How far the list of pages is indented.
    """

    folder: str
    title: str
    pages: tuple[str, ...]
    place: int
    indent: int


@dataclass(frozen=True)
class Navigation:
    """The text of `mkdocs.yml`, and the sections in its `nav`.

    Attributes:
        text: The text.
        all: Every section whose folder is there, in order.
        sections: Of those in one folder the one with most pages, by the folder.
    """

    text: str
    all: tuple[Section, ...]
    sections: dict[str, Section]

    @classmethod
    def read(cls, project: Project) -> "Navigation":
        """Read the navigation of a checkout.

        Raises:
            ProofError: The file cannot be read as YAML, or has no list named `nav`.
        """
        try:
            text = (project.root / _FILE).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ProofError(f"it cannot be read ({error})", _FILE) from None
        sections = tuple(
            section
            for section in _sections(_nav(text))
            if (project.docs / section.folder).is_dir()
        )
        found: dict[str, Section] = {}
        for section in sections:
            known = found.get(section.folder)
            if not known or len(known.pages) < len(section.pages):
                found[section.folder] = section
        return cls(text, sections, found)

    def with_page(self, section: Section, page: str) -> str:
        """The text with one more page at the end of a section; all else unchanged.

        Args:
            section: One of its sections.
            page: The page's path below `docs/`.

        Raises:
            ProofError: The list is written in an unusual way; add the page by hand.
        """
        end = re.compile(r"[^\r\n]*").match(self.text, section.place)
        place = end.end() if end else section.place
        line_end = re.search(r"\r\n|\n|\r", self.text)
        line = f"{' ' * section.indent}- {page}"
        new = f"{self.text[:place]}{line_end[0] if line_end else chr(10)}{line}"
        text = new + self.text[place:]
        wanted = (*section.pages, page)
        if not _lists(text, wanted):
            line_number = self.text.count("\n", 0, place) + 1
            raise ProofError(
                f"the pages of {section.title!r} are not listed one below the other, "
                "so none can be added; write one page a line",
                _FILE,
                line_number,
            )
        return text


def _lists(text: str, pages: tuple[str, ...]) -> bool:
    try:
        return pages in [section.pages for section in _sections(_nav(text))]
    except ProofError:
        return False


def _nav(text: str) -> yaml.SequenceNode:
    try:
        root = yaml.compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "unreadable"
        raise ProofError(
            f"invalid YAML: {what}", _FILE, mark.line + 1 if mark else 0
        ) from None
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    nav = next((value for key, value in pairs if key.value == "nav"), None)
    if not isinstance(nav, yaml.SequenceNode):
        raise ProofError(
            "it has no list named `nav`; write one that names the pages", _FILE
        )
    return nav


def _sections(nav: yaml.SequenceNode) -> Iterator[Section]:
    for title, sequence in _named_lists(nav):
        leaves = [leaf for leaf in map(_leaf, sequence.value) if leaf is not None]
        folders: dict[str, list[yaml.ScalarNode]] = {}
        for leaf in leaves:
            folder, slash, _ = leaf.value.rpartition("/")
            if slash:
                folders.setdefault(folder, []).append(leaf)
        for folder, inside in folders.items():
            yield Section(
                folder,
                title,
                tuple(leaf.value for leaf in inside),
                inside[-1].end_mark.index,
                sequence.start_mark.column,
            )


def _named_lists(
    sequence: yaml.SequenceNode,
) -> Iterator[tuple[str, yaml.SequenceNode]]:
    """Every list in a list that has a title, with that; also those in such lists."""
    for item in sequence.value:
        for title, value in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(value, yaml.SequenceNode):
                yield str(title.value), value
                yield from _named_lists(value)


def _leaf(item: yaml.Node) -> yaml.ScalarNode | None:
    """The page that an item of a list names, with or without a title."""
    if isinstance(item, yaml.MappingNode) and len(item.value) == 1:
        item = item.value[0][1]
    return item if isinstance(item, yaml.ScalarNode) else None
