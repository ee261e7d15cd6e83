"""Knowledge as data: languages, events, conflicts, outlets."""
