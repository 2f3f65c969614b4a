"""The picture that other sites and messengers show with a link to a page: words on paper, drawn when it is asked for."""

from .drawing import SIZE, Card, png_of

__all__ = ["SIZE", "Card", "png_of"]
