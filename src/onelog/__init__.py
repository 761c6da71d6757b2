"""onelog: a private journal of 1-on-1 meetings for the terminal."""

__version__ = "1.0.0"
