"""Keeps the theme's notice of its end out of terminals; a page says the same once.

Material prints it as MkDocs loads the theme, which is before any hook or plugin of a
site. A name in `mkdocs.yml` is looked up earlier still, so that this is loaded in time.
"""

import os

PAGE = "about/how-the-tooling-is-laid-out.md"
"""Where the notice is instead."""

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
