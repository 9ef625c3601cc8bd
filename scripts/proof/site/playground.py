"""A page's call for an editor in which a reader runs any program."""

from collections.abc import Mapping

from proof.rendering.editing import PLACE
from proof.rendering.markup import Html
from proof.site.build import current

_NOT_HERE = Html(
    '<p class="proof-note" role="note">This build of the site cannot run programs: npm '
    "was missing when it was set up.</p>\n"
)

# As high as the editor, which takes its place once somebody uses it: a page that is
# only read need not load one.
_FIELD = Html(
    '<div class="proof-try-field"><textarea aria-label="Your program"'
    ' placeholder="Paste a program here, or write one." spellcheck="false"'
    ' autocapitalize="off" autocomplete="off"></textarea>\n'
    '<div class="proof-session-bar"><button type="button"'
    ' class="proof-button proof-run" title="Ctrl+Enter">Run</button></div></div>\n'
)


def playground(starts: Mapping[str, str]) -> str:
    """An editor that a reader can paste any program into, and programs to start from.

    Args:
        starts: What to call each program to start from, with the path of a snippet
            below `snippets/`. At first the editor is empty.

    Returns:
        Finished HTML for a block with `html="on"`.

    Raises:
        ProofError: There is no such snippet; see `show`.
    """
    build = current()
    if not build.can_run:
        return _NOT_HERE
    option = Html('<option value="{}">{}</option>')
    program = Html('<template data-program="{}">{}</template>\n')
    options = [option.format(0, "an empty editor")]
    programs = [program.format(0, "")]
    for number, (label, name) in enumerate(starts.items(), 1):
        snippet = build.find(name).snippet
        options.append(option.format(number, label))
        programs.append(program.format(number, "\n".join([*snippet.code, ""])))
    return Html(
        '<div class="proof proof-try" id="proof-try" data-search-exclude>\n'
        '<noscript><p class="proof-note">Running a program here needs scripts.</p>'
        "</noscript>\n"
        '<p class="proof-try-start"><label>Start from <select>{}</select>'
        "</label></p>\n{}{}{}</div>\n"
    ).format(Html().join(options), _FIELD, PLACE, Html().join(programs))
