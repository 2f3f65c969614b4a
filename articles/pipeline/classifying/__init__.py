"""Classifying: what a text is about: countries and topics, each with the words that spoke for it."""

from .countries import find_countries
from .topics import TopicWords, find_topics

__all__ = ["TopicWords", "find_countries", "find_topics"]
