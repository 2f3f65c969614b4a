"""Tests of the core, without a database; the files mirror articles/pipeline."""
