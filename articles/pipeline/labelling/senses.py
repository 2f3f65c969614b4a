"""What labelling asks about names and sign-offs; the reader answers from its knowledge."""

from __future__ import annotations

from typing import Protocol


class Senses(Protocol):
    """Answers to the questions of labelling."""

    def is_known(self, text: str) -> bool:
        """Return whether the words hold a name of the gazetteer or of a source."""

    def is_source(self, text: str) -> bool:
        """Return whether the words are the name of a source and nothing else."""

    def names_outlet(self, text: str) -> bool:
        """Return whether a few words look like the name of an outlet, known or not."""

    def is_given_name(self, word: str) -> bool:
        """Return whether a word is a given name."""

    def is_surname(self, word: str) -> bool:
        """Return whether a word is the surname of a known person."""

    def is_plain_word(self, word: str) -> bool:
        """Return whether a word is a common noun or a role, which a German text prints with a capital too."""

    def is_sign_off(self, line: str) -> bool:
        """Return whether a whole line is a sign-off."""

    def signs(self, codes: str) -> bool:
        """Return whether an agency or a source signs with one of these codes."""

    def has_dateline(self, line: str) -> bool:
        """Return whether a paragraph opens with a dateline, as bodies do and standfirsts do not."""

    def sign_off_at_end(self, line: str) -> tuple[int, int] | None:
        """Return where the sign-off stands that closes a paragraph."""
