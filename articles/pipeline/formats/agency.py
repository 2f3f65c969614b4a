"""What agencies tell the desk beside the text: withheld and cancelled texts, corrections, embargoes.

Codes are those of the IPTC's newscodes `pubstatus` and `signal`; they become warnings of the text.
"""

from __future__ import annotations

from .story import Story

#: Publishing status: all but usable is a warning, under the IPTC's own word.
_STATUS = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld"}
#: Signals of the agency about its own text, by their code without scheme.
SIGNALS = {
    "correction": "correction",
    "corrected": "correction",
    "update": "update",
    "kill": "canceled",
    "withdrawal": "canceled",
    "embargo": "embargoed",
}


def warn_of_status(story: Story, status: str) -> None:
    """Warn of a text that its agency has called back: `canceled`, or `withheld` until further notice."""
    warning = _STATUS.get(status.rsplit(":", 1)[-1].strip().lower())
    if warning:
        story.warn(warning)
