"""Reading: files and records of many formats become documents."""
