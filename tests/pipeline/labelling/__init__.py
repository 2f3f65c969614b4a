"""Tests of articles/pipeline/labelling, a file for each module."""
