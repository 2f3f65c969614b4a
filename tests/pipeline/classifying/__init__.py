"""Tests of articles/pipeline/classifying, a file for each module."""
