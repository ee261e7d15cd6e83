"""Presenting: the brief, exports and the web interface."""
