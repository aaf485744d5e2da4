"""Articles: found, decoded, divided into sentences; what is no part of an article is left out with its reason."""

from factcheck.sources.articles import Article, source_of
from factcheck.sources.reading import iter_articles, iter_sources, read_sources
from factcheck.sources.sentences import split_sentences

__all__ = ["Article", "iter_articles", "iter_sources", "read_sources", "source_of", "split_sentences"]
