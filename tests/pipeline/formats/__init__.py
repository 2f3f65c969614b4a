"""Tests of articles/pipeline/formats, a file for each module."""
