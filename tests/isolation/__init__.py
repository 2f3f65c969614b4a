"""Tests of articles/isolation: what a hostile file can do in a child, and what it cannot."""
