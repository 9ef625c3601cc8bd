"""Rules for snippets and pages."""
