"""A field in a page into which a reader pastes a message."""

from proof.rendering.markup import Html

_FIELD = Html(
    '<div role="search" class="proof-lookup" data-search-exclude>\n'
    "<label><span>{}</span>\n"
    '<textarea rows="2" placeholder="{}" autocapitalize="off" autocomplete="off" '
    'spellcheck="false" enterkeyhint="search"></textarea></label>\n'
    '<p role="status"></p>\n<ol class="proof-hits"></ol>\n'
    "<noscript><p>The search needs scripts; every message is in the list below "
    "<em>Rules and messages</em>.</p></noscript>\n"
    "</div>\n"
)


def lookup(
    label: str = "Paste your message here",
    example: str = "RuntimeError: Event loop is closed, or a whole traceback",
) -> str:
    """A field that looks up what is typed or pasted, with its results below it.

    It is the search of the whole site; nothing is loaded for it before it is used.

    Args:
        label: What stands above the field.
        example: What stands in it while it is empty.

    Returns:
        Finished HTML for a block with `html="on"`.
    """
    return _FIELD.format(label, example)
