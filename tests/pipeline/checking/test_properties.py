"""What holds for every text: checks raise nothing, and point into the text."""

from hypothesis import given
from hypothesis import strategies as st

WORDS = st.sampled_from(
    "von auf um 625,2 970,8 Millionen Dollar (etwa 9 Euro) Prozent stieg der Bevölkerung im Alter 135 Jahren Montag, dem 3. Mai 2022 "
    "verdoppelt . 0 1.234 0,0 [...] … to from 29. Februar 99999999999999999 Tenge $ % ½ ³".split()
)


@given(
    st.lists(WORDS | st.text(max_size=8), max_size=40).map(" ".join),
    st.sampled_from(["de", "en", "fr", "ru", "kk", ""]),
    st.sampled_from([None, "0001", "2022", "2022-05", "2022-12-31", "9999-12", "0001-01-01"]),
)
def test_any_text_is_checked_and_spans_lie_inside(check, text, language, date):
    for found in check(text, language, date):
        assert found.spans == tuple(sorted(found.spans))
        for span in found.spans:
            assert 0 <= span.start < span.end <= len(text)
