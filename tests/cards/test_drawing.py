"""What is on the picture, told by its pixels."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from articles.cards import SIZE, Card, png_of
from articles.cards.drawing import LONGEST_WORDS, MADDER, MARGIN, PAPER

SITE = "Central Asia newsroom"
LONG = "Wasserwirtschaftsverwaltungszusammenarbeitskommission tagt in Taschkent und Duschanbe "
#: From the top: the site's line, the line above the headline, the headline, the last line, the band.
BANDS = {"site": (40, 130), "kicker": (160, 210), "title": (216, 512), "foot": (528, 576)}


def picture_of(title: str = "Dam", kicker=("Kazakhstan",), foot=("Agency", "May 2022")):
    return Image.open(BytesIO(png_of(Card(SITE, title, kicker, foot)))).convert("RGB")


def ink(picture: Image.Image, top: int = 0, bottom: int = 600) -> tuple[int, int, int, int] | None:
    """Return the box of all that is no paper between two heights."""
    part = picture.crop((0, top, SIZE[0], bottom))
    return ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox()


def differs(one: Image.Image, other: Image.Image) -> list[str]:
    """Return the bands that two pictures differ in."""
    difference = ImageChops.difference(one, other)
    return [name for name, (top, end) in BANDS.items() if difference.crop((0, top, SIZE[0], end)).getbbox()]  # fmt: skip


def test_a_card_is_a_picture_of_the_size_that_networks_ask_for():
    png = png_of(Card(SITE, "Dam"))
    assert png.startswith(b"\x89PNG\r\n")
    assert Image.open(BytesIO(png)).size == SIZE == (1200, 630)
    assert len(png) < 300_000


def test_each_part_stands_in_its_place_and_nowhere_else():
    plain = picture_of()
    assert all(ink(plain, *band) for band in BANDS.values())
    assert differs(plain, picture_of(title="Lake")) == ["title"]
    assert differs(plain, picture_of(kicker=("Uzbekistan",))) == ["kicker"]
    assert differs(plain, picture_of(foot=("Agency", "3 May 2022"))) == ["foot"]
    assert differs(plain, picture_of(kicker=(), foot=())) == ["kicker", "foot"]


def test_the_band_of_the_site_closes_the_card():
    assert picture_of().crop((0, 629, *SIZE)).getcolors() == [
        (1200, tuple(bytes.fromhex(MADDER[1:])))
    ]


@pytest.mark.parametrize(
    ("title", "kicker", "foot"),
    [
        ("Dam", ("Kazakhstan",), ("Agency",)),
        (LONG * 6, (LONG,), (LONG * 2,)),
        ("x" * 5000, ("x" * 300,), ("x" * 300,)),
        ("W" * 60, (), ()),
        ("i " * 4000, ("i",) * 90, ("i",) * 90),
        ("Щ" * 40 + " Ҷумҳурии Тоҷикистон " * 9, ("Ҷ",), ("ң",)),
        ("<script>alert(1)</script>\n\t{{ x }} %s \\", (), ()),
        ("", (), ()),
    ],
)
def test_words_stay_inside_their_margins_and_apart(title, kicker, foot):
    picture = picture_of(title, kicker, foot)
    left, _top, right, bottom = ink(picture)
    assert left >= MARGIN - 4
    assert right <= SIZE[0] - MARGIN + 4
    assert bottom <= 580
    for top, end in ((130, 160), (512, 528), (576, 606)):
        assert ink(picture, top, end) is None, (top, end)


def test_headlines_that_differ_at_their_end_make_other_pictures():
    assert differs(picture_of(f"{LONG} heute"), picture_of(f"{LONG} morgen")) == ["title"]


def test_in_place_of_a_headline_in_letters_that_we_lack_stands_what_it_is_filed_under():
    strange = picture_of("قازاقستان", ("Kazakhstan", "Energy"), ("الجزيرة", "May 2022"))
    assert not differs(strange, picture_of("Kazakhstan · Energy", (), ("May 2022",)))
    nothing = picture_of("قازاقستان", (), ("الجزيرة",))
    assert not differs(nothing, picture_of(SITE, (), ()))


def test_the_words_of_a_card_are_all_that_it_says():
    card = Card(SITE, "Dam", ("Kazakhstan", "Energy"), ("Agency", "May 2022"))
    assert card.words == "Kazakhstan · Energy – Dam – Agency · May 2022 – Central Asia newsroom"
    assert len(Card(SITE, LONG * 9).words) == LONGEST_WORDS


def test_the_same_card_is_drawn_once():
    assert png_of(Card(SITE, "Once")) is png_of(Card(SITE, "Once"))
