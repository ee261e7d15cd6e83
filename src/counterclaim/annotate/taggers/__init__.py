"""One tagger a file."""
