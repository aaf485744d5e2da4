"""The catalogue: what its YAML files say, checked as a whole, with the place of every mistake."""

from factcheck.catalogue.reader import read_catalogue

__all__ = ["read_catalogue"]
