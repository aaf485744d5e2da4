"""Which sources are copies, remembered for as long as the sources are the same."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.copies import Print, find_copies
from factcheck.store import Store
from factcheck.store.codec import dumps, loads
from factcheck.store.places import digest, rules_version


def copies_among(prints: Sequence[Print], store: Store | None) -> dict[str, str]:
    """Return what `copies.find_copies` returns, from the store where it is there; what is found anew is kept."""
    if store is None:
        return find_copies(prints)
    parts = (part for each in prints for part in (each.id, each.published, each.language, each.runs.tobytes()))
    key = digest(rules_version(), *parts)
    kept = store.get("copies", key)
    if kept is not None:
        return loads(dict[str, str], kept)
    copies = find_copies(prints)
    store.put("copies", [(key, dumps(copies))])
    store.commit()
    return copies
