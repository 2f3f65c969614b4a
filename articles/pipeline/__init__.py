"""The core: press text in, evidence out. No Django, no database, no network, no clock.

bytes -> `reading` -> `formats` -> `labelling` -> `parsing` -> `linking` -> `classifying` -> `ParsedArticle`.
What the core needs to know (gazetteer, topics, source habits, furniture) is passed in as `Knowledge`.
"""
