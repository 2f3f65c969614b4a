"""The only module that knows django-taggit.

Its organisation is closing, so everything that we use of it stands here and can be replaced here: the tag and its
through table as base classes, and the field that joins them to the article. Mentions are written by actions, never by
taggit's manager, which repeats rows on a through table with data of its own.
"""

from taggit.managers import TaggableManager as EntityField
from taggit.models import ItemBase as MentionBase
from taggit.models import TagBase as EntityBase

__all__ = ["EntityBase", "EntityField", "MentionBase"]
