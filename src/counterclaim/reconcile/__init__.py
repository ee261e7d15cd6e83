"""Reconciling: which claims are about one event, and how it stands."""
