"""The checks for the fact-checker."""
