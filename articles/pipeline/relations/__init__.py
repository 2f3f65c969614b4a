"""Relations between texts: near-duplicates, accounts of one event, translations, reprints, citations.

What a text says of itself (`citations`, `reprints`, `translations.find_original_language`) is read with its other fields; what two texts are to
each other is asked of plain values (`duplicates`, `events`, `translations`).
"""
