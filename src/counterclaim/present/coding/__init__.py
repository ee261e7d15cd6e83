"""Events in the code lists of other datasets, each by a named rule."""
