"""The web interface: pages over a view, the same as a static folder, and a JSON API."""
