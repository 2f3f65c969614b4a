"""A card as a PNG: the newsroom, what it is filed under, its headline, where it comes from, over the band of the site."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from . import fitting
from .letters import REGULAR, SEMIBOLD, font, writable

#: Pixels; the one format that cards of all networks show whole.
SIZE = (1200, 630)
MARGIN = 72
#: From the top: the mark, the line above the headline, the headline's box, the base of the last line.
MARK, KICKER, TITLE, FOOT = 58, 196, 220, 558
TITLE_HEIGHT = 288
TITLE_SIZES = (92, 84, 76, 68, 60, 54, 48, 44, 40)
SMALL, LARGE = 30, 36
#: The colours of `site.css` by day.
PAPER, INK, SOFT, ACCENT, MADDER = "#fdfdfc", "#191c20", "#565d66", "#0b5f6d", "#a83a30"
MARK_OUTSIDE, MARK_INSIDE = "#b5443a", "#2b8a96"
#: The stepped line of `border.svg`, as rectangles in a tile of 24 by 9.
BORDER = ((0, 6, 24, 9), (4, 3, 10, 6), (14, 3, 20, 6), (8, 0, 16, 3))
BETWEEN = " · "
#: As much as networks take for the text of a picture.
LONGEST_WORDS = 420
#: As many cards stay in the memory of a process, some 60 kB each.
KEPT = 64


@dataclass(frozen=True)
class Card:
    """What a card says: `site` the newsroom, `kicker` and `foot` what stands above and under its title, in parts."""

    site: str
    title: str
    kicker: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that it says, for those who don't see it."""
        parts = (BETWEEN.join(self.kicker), self.title, BETWEEN.join(self.foot), self.site)
        words = " – ".join(part for part in parts if part)
        return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1]}…"


@lru_cache(maxsize=KEPT)
def png_of(card: Card) -> bytes:
    """Return the picture of a card; where its title is in letters that we have not, what stands around it takes its place."""
    site = writable(card.site)
    lines = [writable(card.title), _line(card.kicker), _line(card.foot)]
    title = next(filter(None, lines), site)
    kicker, foot = (line if line != title else "" for line in lines[1:])
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    _draw_mark(draw)
    _draw_border(draw)
    left = MARGIN + 64
    _draw_line(draw, (left, MARK + 36), site, SEMIBOLD, LARGE, INK)
    _draw_line(draw, (MARGIN, KICKER), kicker, SEMIBOLD, SMALL, ACCENT)
    _draw_title(draw, title)
    _draw_line(draw, (MARGIN, FOOT), foot, REGULAR, SMALL, SOFT)
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _line(parts: tuple[str, ...]) -> str:
    return BETWEEN.join(filter(None, map(writable, parts)))


def _draw_title(draw: ImageDraw.ImageDraw, text: str) -> None:
    box = (SIZE[0] - 2 * MARGIN, TITLE_HEIGHT)
    setting = fitting.fitted(text, TITLE_SIZES, box, _measured(REGULAR))
    step = setting.size * fitting.LEADING
    for row, line in enumerate(setting.lines):
        base = TITLE + setting.size + round(row * step)
        draw.text((MARGIN, base), line, INK, font(REGULAR, setting.size), anchor="ls")


def _draw_line(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, weight: str, size: int, colour: str
) -> None:
    """Draw one line that begins and stands on its base `at` this place."""
    line = fitting.cut(text, SIZE[0] - MARGIN - at[0], size, _measured(weight)) if text else ""
    draw.text(at, line, colour, font(weight, size), anchor="ls")


def _measured(weight: str) -> fitting.Measure:
    return lambda text, size: font(weight, size).getlength(text)


def _draw_mark(draw: ImageDraw.ImageDraw) -> None:
    """Draw `mark.svg`: diamonds of one step, three and five, one in the other, from the largest on."""
    step = 5
    middle = (MARGIN + 5 * step, MARK + 5 * step)
    for steps, colour in ((5, MARK_OUTSIDE), (3, PAPER), (1, MARK_INSIDE)):
        for row in range(steps):
            half, height = (row + 1) * step, (steps - row) * step
            left, top = middle[0] - half, middle[1] - height
            draw.rectangle((left, top, middle[0] + half - 1, middle[1] + height - 1), fill=colour)


def _draw_border(draw: ImageDraw.ImageDraw) -> None:
    scale = 2
    for start in range(0, SIZE[0], 24 * scale):
        for left, top, right, bottom in BORDER:
            place = (start + left * scale, SIZE[1] - (9 - top) * scale)
            end = (start + right * scale - 1, SIZE[1] - (9 - bottom) * scale - 1)
            draw.rectangle((*place, *end), fill=MADDER)
