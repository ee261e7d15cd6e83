"""Event mentions: triggers, roles, places, counts, status and means, each in its own module."""
