"""The tables and what they know of themselves."""
