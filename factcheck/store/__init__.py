"""What is remembered between runs: what each article said on each question, and the screens that were made of it."""

from factcheck.store.database import Store
from factcheck.store.places import default_place

__all__ = ["Store", "default_place"]
