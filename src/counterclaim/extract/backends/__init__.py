"""One extractor a file."""
