"""Resolving: which mentions are one person, group or place."""
