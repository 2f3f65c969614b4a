"""Classifying: what a text is about: countries and topics, each with the words that spoke for it."""

from .countries import find_countries, tells_of_region
from .listings import lists_other_texts
from .topics import TopicWords, find_topics

__all__ = ["TopicWords", "find_countries", "find_topics", "lists_other_texts", "tells_of_region"]
