"""What came of executing a snippet: plain frozen values."""
