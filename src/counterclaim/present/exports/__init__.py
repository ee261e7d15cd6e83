"""One export a file."""
