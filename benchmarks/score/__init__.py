"""Scores on outside development sets: one module a set, each with `score(data, errors)`."""
