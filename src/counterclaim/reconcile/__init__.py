"""Reconciling: which claims are about one event, which documents are one origin, and how each event stands."""
