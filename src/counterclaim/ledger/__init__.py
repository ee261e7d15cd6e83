"""The append-only store of readings, links and decisions."""
