"""One engine a file: how map and group stages are run."""
