"""Linking, decision by decision."""
