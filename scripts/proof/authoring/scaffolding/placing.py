"""Where a new page belongs, and its program."""

from collections import Counter
from difflib import get_close_matches

from proof.authoring.scaffolding.navigation import Navigation, Section
from proof.errors import ProofError
from proof.lint.pages import read_pages
from proof.project import Project


def place(project: Project, wanted: str) -> tuple[Navigation, Section, str]:
    """The section of a new page, and the folder of its program below `snippets/`.

    Args:
        project: The checkout.
        wanted: A folder of `docs/` that is in the navigation; or a folder of
            `snippets/`, whose section is the one in which most of its programs are
            shown.

    Raises:
        ProofError: It is neither, or the navigation cannot be read.
    """
    navigation = Navigation.read(project)
    name = _as_folder(wanted)
    for section in navigation.sections.values():
        if _as_folder(section.folder) == name:
            return navigation, section, section.folder.replace("-", "_")
    if not navigation.sections:
        raise ProofError(
            "its `nav` has no section with a folder of docs/; name a page there first",
            "mkdocs.yml",
        )
    folders = {folder: _as_folder(folder) for folder in _snippet_folders(project)}
    for folder, spelling in folders.items():
        if spelling == name and (found := _shown_in(project, navigation, folder)):
            return navigation, found, folder
    sections = ", ".join(navigation.sections)
    known = [*navigation.sections, *folders]
    close = get_close_matches(name, known, n=1)
    guess = f" (did you mean {close[0]}?)" if close else ""
    subjects = f", and the folders of snippets/ {', '.join(folders)}" if folders else ""
    raise ProofError(
        f"there is no section {wanted!r}{guess}; those in the nav of mkdocs.yml are "
        f"{sections}{subjects}"
    )


def _as_folder(name: str) -> str:
    return name.replace("_", "-").lower()


def _snippet_folders(project: Project) -> list[str]:
    names = (name.partition("/") for name in project.snippet_names())
    return sorted({folder for folder, slash, _ in names if slash})


def _shown_in(project: Project, navigation: Navigation, folder: str) -> Section | None:
    """The section that shows most programs of a folder, or None where none is shown."""
    shown: Counter[str] = Counter()
    for page in read_pages(project):
        shown[page.source] = len(
            {
                one.snippet
                for one in page.references
                if one.snippet.startswith(f"{folder}/")
            }
        )
    counted = {one: sum(shown[page] for page in one.pages) for one in navigation.all}
    most = max(counted, key=counted.__getitem__)
    return most if counted[most] else None
