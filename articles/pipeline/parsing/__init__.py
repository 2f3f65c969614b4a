"""Parsing: one field a module, each value read by the first rule that matches, with its place in the text."""
