"""From articles to what each says, one after the other: what is remembered is taken from the store, the rest is read."""

from factcheck.gathering.remembering import Gathered, Progress, gather

__all__ = ["Gathered", "Progress", "gather"]
