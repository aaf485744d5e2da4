"""JSON in pieces is what the standard library writes at once."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.json_text import dumps, pieces

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text('aé"\\\nع\u202e\x85\ud800', max_size=5)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3))


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=4))
def test_the_text_is_that_of_the_standard_library(value: dict[str, object]) -> None:
    expected = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    for unsafe in "\u202e\x85":
        expected = expected.replace(unsafe, f"\\u{ord(unsafe):04x}")
    drawn = {key: iter(each) if isinstance(each, list) else each for key, each in value.items()}
    if not any(0x7F <= ord(letter) <= 0x9F or 0x2028 <= ord(letter) <= 0x2069 for letter in expected):
        assert dumps(value) == expected
        assert "".join(pieces(drawn)) == expected
    assert json.loads(dumps(value)) == value


def test_a_long_list_comes_in_pieces() -> None:
    rows = [{"quote": "x" * 1000, "number": number} for number in range(500)]
    made = list(pieces({"rows": iter(rows)}))
    assert json.loads("".join(made)) == {"rows": rows}
    assert len(made) > 5
    assert max(map(len, made)) < 100_000
