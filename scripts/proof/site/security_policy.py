"""The content security policy of every page: what a page may load, and from where.

A reader's program runs in a worker without access to the page; nothing else than what
is published with the site is ever loaded or asked for.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

# Of the theme: they are told by their hashes. What has a type is data.
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLACE: Final = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
# Such a page shows nothing, and has a script that no other page needs.
_REDIRECTS: Final = 'http-equiv="refresh"'
_POLICY: Final = (
    "default-src 'self'; "
    # Compiling WebAssembly is all that is allowed besides.
    "script-src 'self' 'wasm-unsafe-eval' {}; "
    # Timelines place their parts by style attributes.
    "style-src 'self' 'unsafe-inline'; "
    # Sources of programs are data addresses of their download links.
    "img-src 'self' data:; connect-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)


def apply_policy(site: Path) -> None:
    """Write the policy into every page of a built site.

    All pages have the same one: the theme shows one page after the other without
    loading it anew, and then the first page's policy counts.

    Args:
        site: The folder of the site.
    """
    texts = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    pages = {file: text for file, text in texts.items() if _REDIRECTS not in text}
    policy = _POLICY.format(" ".join(_hashes(pages.values())))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for file, text in pages.items():
        if match := _PLACE.search(text):
            end = match.end()
            file.write_text(f"{text[:end]}\n{meta}{text[end:]}", "utf-8")


def _hashes(pages: Iterable[str]) -> list[str]:
    scripts = {script for page in pages for script in _INLINE.findall(page)}
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return sorted(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests)
