"""The navigation: its sections, and a page more in one of them."""

import difflib
from pathlib import Path

import pytest

from proof.authoring.scaffolding.navigation import Navigation
from proof.errors import ProofError
from proof.project import Project

_NAV = """\
site_name: Tiny  # a comment
repo_url: !ENV [REPO_URL, ""]

nav:
  - Home: index.md
  - Sleep:
      - sleep/one.md
      - Two: sleep/two.md  # the last one
  # about what follows
  - Await rules:
      - await-rules/one.md

plugins: [search]
"""


def _read(project: Project, text: str, *folders: str) -> Navigation:
    (project.root / "mkdocs.yml").write_bytes(text.encode())
    for folder in folders or ("sleep", "await-rules"):
        (project.docs / folder).mkdir(parents=True)
    return Navigation.read(project)


def _new_lines(navigation: Navigation, folder: str, page: str) -> list[str]:
    """The lines that a page more adds, if it changes nothing else."""
    after = navigation.with_page(navigation.sections[folder], page)
    before = navigation.text.splitlines(keepends=True)
    changed = list(difflib.ndiff(before, after.splitlines(keepends=True)))
    assert not [line for line in changed if line[0] == "-"]
    return [line[2:] for line in changed if line[0] == "+"]


def test_sections_are_those_with_a_folder(project: Project) -> None:
    sections = _read(project, _NAV, "sleep", "elsewhere").sections
    assert list(sections) == ["sleep"]
    assert sections["sleep"].title == "Sleep"
    assert sections["sleep"].pages == ("sleep/one.md", "sleep/two.md")


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("sleep", "      - sleep/new.md\n"),
        ("await-rules", "      - await-rules/new.md\n"),
    ],
)
def test_a_page_is_added_behind_the_last_of_its_section(
    project: Project, folder: str, line: str
) -> None:
    navigation = _read(project, _NAV)
    assert _new_lines(navigation, folder, f"{folder}/new.md") == [line]
    after = navigation.with_page(navigation.sections[folder], f"{folder}/new.md")
    if folder == "sleep":
        assert "# the last one\n      - sleep/new.md\n  # about" in after


def test_line_ends_stay(project: Project) -> None:
    navigation = _read(project, _NAV.replace("\n", "\r\n"))
    assert _new_lines(navigation, "sleep", "sleep/new.md") == [
        "      - sleep/new.md\r\n"
    ]


def test_a_file_may_end_with_the_navigation(project: Project) -> None:
    navigation = _read(project, "nav:\n- Sleep:\n  - sleep/one.md", "sleep")
    after = navigation.with_page(navigation.sections["sleep"], "sleep/new.md")
    assert after == "nav:\n- Sleep:\n  - sleep/one.md\n  - sleep/new.md"


def test_lists_need_not_be_indented(project: Project) -> None:
    text = "nav:\n- Sleep:\n  - 'sleep/one.md'\n- Home: index.md\nx: 1\n"
    navigation = _read(project, text, "sleep")
    assert _new_lines(navigation, "sleep", "sleep/new.md") == ["  - sleep/new.md\n"]


def test_the_list_that_has_most_of_a_folder_is_its_section(project: Project) -> None:
    text = (
        "nav:\n  - Start:\n      - sleep/zero.md\n      - index.md\n"
        "  - Sleep:\n      - sleep/one.md\n      - sleep/two.md\n"
    )
    navigation = _read(project, text, "sleep")
    assert navigation.sections["sleep"].title == "Sleep"


def test_a_section_may_be_within_another(project: Project) -> None:
    text = (
        "nav:\n  - All:\n      - index.md\n      - Sleep:\n          - sleep/one.md\n"
    )
    navigation = _read(project, text, "sleep")
    assert _new_lines(navigation, "sleep", "sleep/new.md") == [
        "          - sleep/new.md\n"
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("nav: [a\nb: c\n", 2, "invalid YAML: "),
        ("site_name: x\n", 0, "no list named `nav`"),
        ("nav: index.md\n", 0, "no list named `nav`"),
        ("- a\n", 0, "no list named `nav`"),
        ("", 0, "no list named `nav`"),
        ("a: 1\n---\nb: 2\n", 2, "invalid YAML: "),
        ("x: \0\n", 0, "invalid YAML"),
    ],
)
def test_what_cannot_be_read_is_reported(
    project: Project, text: str, line: int, message: str
) -> None:
    with pytest.raises(ProofError) as caught:
        _read(project, text, "sleep")
    assert message in caught.value.message
    assert (caught.value.path, caught.value.line) == ("mkdocs.yml", line)


def test_bytes_that_are_not_text_are_reported(project: Project) -> None:
    (project.root / "mkdocs.yml").write_bytes(b"nav: \xff\n")
    with pytest.raises(ProofError, match="cannot be read"):
        Navigation.read(project)


@pytest.mark.parametrize("pages", ["[sleep/one.md]", "[\n sleep/one.md\n ]"])
def test_a_list_in_brackets_is_left_to_a_person(project: Project, pages: str) -> None:
    navigation = _read(project, f"nav:\n  - Sleep: {pages}\n", "sleep")
    with pytest.raises(ProofError, match="write one page a line"):
        navigation.with_page(navigation.sections["sleep"], "sleep/new.md")


def test_the_navigation_of_this_site_can_be_read(tmp_path: Path) -> None:
    checkout = Project(Path(__file__).resolve().parents[4])
    navigation = Navigation.read(checkout)
    assert {"learn", "rules", "under-the-hood"} <= navigation.sections.keys()
    for folder in navigation.sections:
        page = f"{folder}/new.md"
        (line,) = _new_lines(navigation, folder, page)
        assert line.strip() == f"- {page}"
