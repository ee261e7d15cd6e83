"""The attributions of a document, one module a family of constructions."""
