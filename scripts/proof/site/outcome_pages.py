"""What came out of a counter-proof, as a page of its own.

Most readers do not ask for it. Where scripts run, docs/assets/counter-proof.js puts it
back into the figure once somebody opens it; where none do, a link leads to it.
"""

import re
from typing import Final

from proof.rendering.markup import Html

TITLE: Final = "What came out of the changed program"

_STYLE: Final = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
_BODY: Final = re.compile(r"<body\b[^>]*>")
# Below the folder of the site, as outcomes are.
_ROOT: Final = "../../"
_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{styles}
</head>
{body}
<main class="md-grid">
<div class="md-content__inner md-typeset">
<h1>{title}</h1>
<figure class="proof" aria-label="{title}">
<div class="proof-break-outcome">
{outcome}</div>
</figure>
</div>
</main>
</body>
</html>
"""


def outcome_link(address: str) -> str:
    """What stands in a page in the place of an outcome, as HTML.

    Args:
        address: Of the outcome, from the page.
    """
    return Html(
        '<div class="proof-break-outcome" data-from="{}">'
        '<p><a href="{}">{}</a></p></div>'
    ).format(address, address, TITLE)


def outcome_page(outcome: str, page: str, root: str) -> str:
    """A page with an outcome that looks as it does in the page that it was in.

    Args:
        outcome: HTML.
        page: The page that it was in, as HTML.
        root: The way from there to the folder of the site.
    """
    styles = (
        f'<link rel="stylesheet" href="{_ROOT}{address.removeprefix(root)}">'
        for address in _STYLE.findall(page)
    )
    body = _BODY.search(page)
    return _PAGE.format(
        title=TITLE,
        styles="\n".join(styles),
        body=body[0] if body else "<body>",
        outcome=outcome,
    )
