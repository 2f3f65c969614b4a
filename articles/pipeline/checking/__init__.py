"""Warnings for the fact-checker: what in a text cannot be, or contradicts itself. They change nothing."""
