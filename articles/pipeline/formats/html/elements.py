"""What the elements of HTML are: blocks, invisible, empty. Source: HTML Living Standard, 15.3 (rendering) and 13.1.2."""

from __future__ import annotations

#: Elements that begin and end a line.
BLOCKS = frozenset(
    (
        "page html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section "
        "summary table tbody td tfoot th thead tr ul video audio caption"
    ).split()
)
#: Elements whose content no reader of the page sees.
INVISIBLE = frozenset(
    (
        "head script style template noscript noframes noembed svg math iframe object embed canvas textarea datalist "
        "area map base link meta param source track title amp-analytics amp-state"
    ).split()
)
#: Elements without content.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
