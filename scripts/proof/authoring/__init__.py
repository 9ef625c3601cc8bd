"""Writing snippets: `proof accept`, `proof new`."""
