"""Addresses of texts: which of them mean one text, and which mean none."""

import pytest

from articles.pipeline.relations.addresses import address_hash, address_key

HERE = "https://example.org/news/2022/05/dam"


@pytest.mark.parametrize(
    "address",
    [
        HERE,
        "http://www.example.org/news/2022/05/dam/",
        "https://EXAMPLE.org/news/2022/05/dam#comments",
        f"{HERE}?utm_source=telegram&utm_medium=post&fbclid=x",
        f"  {HERE} ",
        "https://reader:secret@example.org/news/2022/05/dam",
    ],
)
def test_spellings_of_one_address_are_one(address):
    assert address_key(address) == "example.org/news/2022/05/dam"
    assert address_hash(address) == address_hash(HERE)


@pytest.mark.parametrize(
    "address",
    [f"{HERE}-2", f"{HERE}?page=2", "https://example.com/news/2022/05/dam", f"{HERE[:-3]}DAM"],
)
def test_other_addresses_are_others(address):
    assert address_hash(address) != address_hash(HERE)


@pytest.mark.parametrize(
    "address",
    [
        *(None, "", "example.org/news", "urn:newsml:dpa.com:1", "mailto:desk@example.org"),
        *("https://example.org", "https://example.org/", "https://example.org/?utm_source=rss"),
        *("https://[broken/news", "https:///news"),
    ],
)
def test_what_names_no_text_is_no_identity(address):
    assert address_hash(address) is None


def test_a_hash_fits_a_column_and_never_equals_one_of_words():
    assert all(-(2**63) <= address_hash(f"{HERE}/{number}") < 0 for number in range(200))
