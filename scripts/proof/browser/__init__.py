"""What runs in a reader's browser, in CPython compiled to WebAssembly."""
