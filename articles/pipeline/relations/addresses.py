"""Web addresses as the identity of a text: what comes again under the address of a known text is that text, changed."""

from __future__ import annotations

from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

#: Parts of a query that tell where a reader came from, not which text is meant: Google, Meta, Yandex, Microsoft, Mailchimp.
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "msclkid", "mc_cid", "mc_eid", "_openstat")


def address_key(address: str | None) -> str:
    """Return what two addresses of one text have in common; empty for none, or for one that names a whole site.

    Protocol, `www.`, a closing slash, fragment and tracking make no difference.
    """
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return ""
    host = (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    said = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_TRACKING)
    ]
    if parts.scheme not in ("http", "https") or not host or not (path or said):
        return ""
    return f"{host}{path}?{urlencode(said)}" if said else f"{host}{path}"


def address_hash(address: str | None) -> int | None:
    """Return a hash (63 bits, below zero) of the text that an address names; None where it names none."""
    key = address_key(address)
    if not key:
        return None
    digest = blake2b(key.encode(errors="replace"), digest_size=8).digest()
    return -(int.from_bytes(digest, "big") >> 1) - 1
