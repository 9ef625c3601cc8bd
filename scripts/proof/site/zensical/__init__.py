"""The site as Zensical builds it, from the same `mkdocs.yml` and the same store."""
