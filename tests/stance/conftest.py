from __future__ import annotations

from collections.abc import Callable

import pytest
from tunnel_catalogue import CATALOGUE, article

from factcheck.model import Evidence
from factcheck.pipeline import gather_evidence


@pytest.fixture
def judged() -> Callable[..., list[Evidence]]:
    """Judge one article, of one sentence or more, against the catalogue of this folder."""
    return lambda text, language="en", published=None: gather_evidence(CATALOGUE, [article(text, language, published)])
