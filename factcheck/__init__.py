"""factcheck: claims as code. Who says what, where sources agree, and where they conflict."""

__version__ = "0.1.0"
