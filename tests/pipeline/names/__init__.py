"""Tests of articles/pipeline/names, a file for each module."""
