"""Tests of articles/pipeline/parsing, a file for each module."""
