"""Articles: found, decoded, divided into sentences; what is no part of an article is left out with its reason."""

from factcheck.sources.reading import read_sources
from factcheck.sources.sentences import split_sentences

__all__ = ["read_sources", "split_sentences"]
