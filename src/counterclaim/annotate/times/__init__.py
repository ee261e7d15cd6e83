"""The grammar of time expressions: patterns from the language file, resolved in text order."""
