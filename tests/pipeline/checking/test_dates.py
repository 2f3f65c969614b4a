"""A file that is dated otherwise than the text prints."""

import pytest

from tests.pipeline.press import BODY

TEXT = "Neue Leitung für Aktau\n\n{line}\n\n" + "\n\n".join(BODY["de"])


@pytest.mark.parametrize(
    ("header", "line", "expected"),
    [
        ("date 2024-05", "29.04.2024", ("2024-05", "2024-04-29")),
        ("date 2024-05-02", "Veröffentlicht am 29. April 2024", ("2024-05-02", "2024-04-29")),
        # the same month, the same day, a day apart over midnight
        ("date 2024-05", "2. Mai 2024", None),
        ("date 2024-05-02", "02.05.2024, 10:30 Uhr", None),
        ("date 2024-05-02", "03.05.2024", None),
        # an update is later by nature
        ("date 2024-05", "Aktualisiert am 3. Juni 2024", None),
        ("date 2024-05", "", None),
    ],
)
def test_dates_that_cannot_both_be_true(read, header, line, expected):
    checks = list(read(f" {header} {TEXT.format(line=line)}").checks)
    found = [tuple(one.values.values()) for one in checks if one.code == "dates-disagree"]
    assert found == ([expected] if expected else [])
