"""What each page shows, as plain values for its template: one file a page."""
